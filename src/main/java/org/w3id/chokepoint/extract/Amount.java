package org.w3id.chokepoint.extract;

import java.math.BigDecimal;

/**
 * A quantity.
 *
 * @param unit ISO 4217 code or {@code %}
 */
public record Amount(BigDecimal value, String unit) {}

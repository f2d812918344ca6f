/** Tests of the shapes and of how they are checked. */
@org.jspecify.annotations.NullMarked
package org.w3id.chokepoint.check;

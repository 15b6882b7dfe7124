/** A subclass of `stock` whose constructor does not call that of `stock`: whoever extends it sets the fields. */
export function inParts<T extends object>(stock: abstract new (...args: never) => T): new () => T {
  const InParts = function (): undefined {
    return undefined;
  };
  Object.setPrototypeOf(InParts, stock);
  Object.setPrototypeOf(InParts.prototype as object, stock.prototype as object);
  return InParts as unknown as new () => T;
}

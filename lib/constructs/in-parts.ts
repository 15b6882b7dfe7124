/** A class by its type and its prototype; but its constructor does not run. */
export function inParts<T extends object>(stock: abstract new (...args: never) => T): new () => T {
  const InParts = function (): undefined {
    return undefined;
  };
  Object.setPrototypeOf(InParts, stock);
  Object.setPrototypeOf(InParts.prototype as object, stock.prototype as object);
  return InParts as unknown as new () => T;
}

/** Sorts by name, the same on every machine. */
export function byName(a, b) {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

/** The name as a program writes it: the types of a plugin have a namespace of their own, as in `amazon.AmazonEbsSource`. */
export function qualified({ namespace, name }) {
  return namespace ? `${namespace}.${name}` : name;
}

/**
 * The rooms of `src/`, from top to bottom. A room may import from the rooms below it, never from one above.
 */
export const ROOMS = [
  'src/index.ts',
  'src/bindings.ts',
  'src/testing',
  'src/image',
  'src/plugins',
  'src/language',
  'src/assets',
  'src/references',
];

/** One zone of the rule `import/no-restricted-paths`. */
interface Zone {
  readonly target: string;
  readonly from: string[];
  readonly message: string;
}

/** The zones that make every import between rooms point downwards. */
export function zones(rooms: string[] = ROOMS): Zone[] {
  return rooms.slice(1).map((room, above) => ({
    target: `./${room}`,
    from: rooms.slice(0, above + 1).map(upper => `./${upper}`),
    message: `Imports point downwards: ${rooms.map(name => name.replace(/^src\//, '')).join(' > ')}.`,
  }));
}

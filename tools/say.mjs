/** Something that the user has to put right; its message is all that is printed. */
export class Missing extends Error {}

export function say(line) {
  console.log(line);
}

/** Runs a command of this repository; its exit code is what `main` returns. */
export async function run(main) {
  try {
    process.exitCode = await main() ?? 0;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** `75` seconds as `1 min 15 s`. */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

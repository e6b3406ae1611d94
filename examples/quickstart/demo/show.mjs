/** A heading and what it is about. */
export function title(heading, text) {
  console.log(`\n── ${heading}\n   ${text}`);
}

/** Lines, indented. */
export function list(lines) {
  for (const line of lines) console.log(`   ${line}`);
}

/** Names and values. */
export function table(values) {
  for (const [name, value] of Object.entries(values)) {
    console.log(`   ${name.padEnd(12)} = ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  }
}

/** A text without the line ends and frames that Terraform puts into messages. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n│?\s*/g, ' ');
}

import { PlannedFile } from './owned-files';
import { digestOfText } from '../assets/content-digest';
import { RenderedTemplate } from '../language/rendering';

/** The name of the template in its directory. */
export const TEMPLATE_FILE = 'template.pkr.json';

/** Everything that lies in the directory of a template. */
export function templateFiles(rendered: RenderedTemplate, directory: string): PlannedFile[] {
  const files = [textFile(`${directory}/${TEMPLATE_FILE}`, `${JSON.stringify(rendered.json, null, 2)}\n`)];
  for (const { asset } of rendered.staged) {
    const root = `${directory}/${asset.path}`;
    if (asset.content !== undefined) {
      files.push(textFile(root, asset.content, true));
      continue;
    }
    for (const { name, type, file, executable = false, sha256, target } of asset.snapshot().entries) {
      const path = name === '' ? root : `${root}/${name}`;
      switch (type) {
        case 'folder': files.push({ type: 'folder', path }); break;
        case 'link': files.push({ type: 'link', path, target: target!, sha256: digestOfText(target!) }); break;
        case 'file': files.push({ type: 'copy', path, source: file, executable, sha256: sha256! }); break;
      }
    }
  }
  return files;
}

/** A file with this text. */
export function textFile(path: string, text: string, executable = false): PlannedFile {
  return { type: 'text', path, text, executable, sha256: digestOfText(text) };
}

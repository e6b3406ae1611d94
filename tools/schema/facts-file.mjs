/** The text of a file in `schema/plugins`: one line an option. */
export function factsText({ components, ...plugin }) {
  const head = Object.entries(plugin).map(([key, value]) => `  ${property(key, value)},`);
  return ['{', ...head, '  "components": [', components.map(componentText).join(',\n'), '  ]', '}', ''].join('\n');
}

function componentText({ kind, type, spec, fields, outputs }) {
  const said = Object.entries({ kind, type, spec }).filter(([, value]) => value !== undefined).map(([key, value]) => `      ${property(key, value)}`);
  const lists = Object.entries({ fields, outputs }).filter(([, list]) => list).map(([key, list]) => `      ${listText(key, list, '      ')}`);
  return ['    {', [...said, ...lists].join(',\n'), '    }'].join('\n');
}

function listText(key, fields, indent) {
  if (fields.length === 0) return `"${key}": []`;
  return [`"${key}": [`, fields.map(field => fieldText(field, `${indent}  `)).join(',\n'), `${indent}]`].join('\n');
}

function fieldText({ fields, ...facts }, indent) {
  const said = Object.entries(facts).map(([key, value]) => property(key, value));
  return `${indent}{${[...said, ...fields ? [listText('fields', fields, indent)] : []].join(', ')}}`;
}

function property(key, value) {
  return `"${key}": ${JSON.stringify(value)}`;
}

import { FieldFacts, userFields } from '../facts';

/** A component's specification, as both encodings of it tell it. */
export type Spec =
  | { readonly kind: 'object'; readonly members: readonly Spec[] }
  | { readonly kind: 'attribute'; readonly name: string; readonly type: string; readonly required: boolean }
  | { readonly kind: 'block' | 'block list'; readonly name: string; readonly nested: Spec };

/** The options of a specification. */
export function fieldsOf(spec: Spec): FieldFacts[] {
  // A block that holds an attribute instead of an object has just that option inside.
  const members = spec.kind === 'object' ? spec.members : [spec];
  return userFields(members.map(fieldOf));
}

function fieldOf(spec: Spec): FieldFacts {
  switch (spec.kind) {
    case 'attribute':
      return { name: spec.name, type: spec.type, ...(spec.required ? { specRequired: true } : {}) };
    case 'block':
      return { name: spec.name, type: 'block', block: 'single', fields: fieldsOf(spec.nested) };
    case 'block list':
      return { name: spec.name, type: 'block', block: 'list', fields: fieldsOf(spec.nested) };
    case 'object':
      throw new Error('an object has no name of its own');
  }
}

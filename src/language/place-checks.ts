import { isKnownAt, placeOf, placesOf, REFERENCE_VERSIONS } from './contextual-references';
import { problem } from './errors';
import { FUNCTIONS, NEWER_FUNCTIONS } from './functions';
import { functionsIn, referencesIn } from './hcl-code';
import { Position } from './position';
import { Resolution } from './resolution';

/** Checks an expression that a user wrote, or that a contextual reference stands for. */
export function checkCode(code: string, position: Position, resolution: Resolution): void {
  functionsIn(code).forEach((name) => checkFunction(name, position, resolution));
  const references = referencesIn(code);
  for (const reference of references.filter((one) => one in REFERENCE_VERSIONS)) {
    resolution.requireVersion(position.element, `${position.option}: \`${reference}\``, REFERENCE_VERSIONS[reference]);
  }
  const place = placeOf(position);
  // A reference in the default of a variable is noticed whatever it refers to.
  if (place === undefined || place === 'variable') { return; }
  for (const reference of references) {
    if (!isKnownAt(reference, place)) {
      resolution.problem(position.element, problem.unknownReference(position.option, reference, placesOf(reference)));
    }
  }
}

/** Packer must know the function. In defaults of variables it knows one, which it knows nowhere else. */
export function checkFunction(name: string, position: Position, resolution: Resolution): void {
  if (NEWER_FUNCTIONS.has(name)) {
    resolution.requireVersion(position.element, `${position.option}: the function \`${name}\``, FUNCTIONS[name].since);
  }
  const isDefault = placeOf(position) === 'variable';
  if (isDefault && name !== 'env') { resolution.problem(position.element, problem.defaultWithFunction(position.option, name)); }
  if (!isDefault && name === 'env') { resolution.problem(position.element, problem.envOutsideDefault(position.option)); }
}

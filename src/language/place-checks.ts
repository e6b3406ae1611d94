import { isKnownAt, placeOf, placesOf } from './contextual-references';
import { problem } from './errors';
import { functionsIn, referencesIn } from './hcl-code';
import { Position } from './position';
import { Resolution } from './resolution';

/** Checks an expression that a user wrote, or that a contextual reference stands for. */
export function checkCode(code: string, position: Position, resolution: Resolution): void {
  functionsIn(code).forEach((name) => checkFunction(name, position, resolution));
  const place = placeOf(position);
  // A reference in the default of a variable is noticed whatever it refers to.
  if (place === undefined || place === 'variable') { return; }
  for (const reference of referencesIn(code)) {
    if (!isKnownAt(reference, place)) {
      resolution.problem(position.element, problem.unknownReference(position.option, reference, placesOf(reference)));
    }
  }
}

/** In defaults of variables Packer knows one function, which it knows nowhere else. */
export function checkFunction(name: string, position: Position, resolution: Resolution): void {
  const isDefault = placeOf(position) === 'variable';
  if (isDefault && name !== 'env') { resolution.problem(position.element, problem.defaultWithFunction(position.option, name)); }
  if (!isDefault && name === 'env') { resolution.problem(position.element, problem.envOutsideDefault(position.option)); }
}

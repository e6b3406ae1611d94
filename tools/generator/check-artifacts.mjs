// Whether what an overlay says of artifacts can be read as it is meant.

/**
 * Everything that is wrong with the artifacts of a component.
 *
 * @param cases what the overlay says, in the right format
 * @param options the names of the component's options
 */
export function artifactProblems(cases, options) {
  return cases.flatMap((one, place) => [
    ...[...one.when ? [one.when.option] : [], ...one.regions ?? []]
      .filter(name => !options.has(name)).map(name => `${place}: there is no option ${name}.`),
    ...!one.when && place < cases.length - 1 ? [`${place}: it holds always, so what stands after it never counts.`] : [],
    ...one.same && Object.keys(one).some(key => !['same', 'when', 'see'].includes(key)) ? [`${place}: \`same\` stands alone.`] : [],
    ...Object.entries(one.parts ?? {}).flatMap(([part, expression]) => {
      const problem = expressionProblem(expression);
      return problem ? [`${place} › parts › ${part}: ${problem}`] : [];
    }),
  ]);
}

/** Terraform and the CLI find parts with the same expression, so it may use only what RE2 and JavaScript read alike. */
function expressionProblem(expression) {
  if (/(?<!\\)\(\?(?!:)|\\[1-9kpPbBAzZQEC]|\[\[/.test(expression)) return 'RE2 and JavaScript do not read it alike.';
  if (/["\n]|[$%]\{/.test(expression)) return 'it cannot stand in a text of Terraform.';
  try {
    const groups = new RegExp(`${expression}|`, 'u').exec('').length - 1;
    return groups === 1 ? undefined : `it has ${groups} groups, not one.`;
  } catch (error) {
    return `${error.message}.`;
  }
}

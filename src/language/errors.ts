import { IConstruct } from 'constructs';
import type { Requirement } from './component-schema';

/** A construct that must stand in a template has none above it. */
export function outsideOfTemplate(construct: IConstruct, what: string): Error {
  return new Error(
    `${construct.node.path}: a ${what} must stand below a PackerTemplate or an Image, since it becomes a part of its template. `
    + 'Give one of them, or a construct below one, as its scope.',
  );
}

/** A step stands where no build is. */
export function outsideOfBuild(construct: IConstruct, what: string): Error {
  return new Error(
    `${construct.node.path}: a ${what} must stand below a Build (or an Image, which has a build of its own). `
    + 'Give the build, or a construct below it, as its scope.',
  );
}

/** The type of a component could not be a label in HCL. */
export function componentType(construct: IConstruct, type: string): Error {
  return new Error(
    `${construct.node.path}: ${JSON.stringify(type)} cannot be the type of a component, which is made of letters, digits, \`_\` and \`-\`. `
    + 'Give it as Packer writes it, for example `amazon-ebs`.',
  );
}

/** A construct id is no identifier and no name was given. */
export function nameNeeded(construct: IConstruct, what: string, name: string): Error {
  return new Error(
    `${construct.node.path}: ${JSON.stringify(name)} cannot be the name of a ${what} in Packer, which allows letters, digits, `
    + '`_` and `-`, starting with a letter or `_`. Choose another construct id, or give a `name`.',
  );
}

/** A build name that Packer's own output could not be read back from. */
export function buildName(construct: IConstruct, name: string): Error {
  return new Error(
    `${construct.node.path}: the build name ${JSON.stringify(name)} contains characters other than letters, digits, \`_\` and \`-\`. `
    + 'Packer joins it with source names and separates lists with commas, so such a name could not be selected or reported. Choose another `name`.',
  );
}

/** Both `only` and `except` were given. */
export function onlyAndExcept(construct: IConstruct): Error {
  return new Error(`${construct.node.path}: \`only\` and \`except\` exclude each other in Packer. Give one of them.`);
}

/** Two groups below one scope want to be the last. */
export function severalLastGroups(group: IConstruct, other: IConstruct): Error {
  return new Error(
    `${group.node.path}: \`last\` is said of ${other.node.path} already, and only one group can run after all else below a scope. `
    + 'Create these steps below that group, or leave out `last`, and they run before it.',
  );
}

/** A reference stands in the text of a Go template. */
export function goTemplateWithReference(): Error {
  return new Error(
    'GoTemplate.of takes text that the plugins of Packer run, and a reference (a placeholder for a value known later) in it would arrive as '
    + 'a placeholder. Put the reference beside it: `${GoTemplate.of(…)}-${reference}`.',
  );
}

/** The name of an iterator is no identifier. */
export function iteratorName(name: string): Error {
  return new Error(
    `DynamicIterator: ${JSON.stringify(name)} cannot be the name of an iterator in Packer, which allows letters, digits, \`_\` and \`-\`, starting with a `
    + 'letter or `_`. Give another `name`.',
  );
}

/** A reference stands in the text of an expression. */
export function expressionWithReference(): Error {
  return new Error(
    'Expression takes HCL as it is, and a reference (a placeholder for a value known later) in it would arrive as a placeholder. '
    + 'Name what is meant (`var.release`), or use PackerFn, which takes references.',
  );
}

/** A function is given too many or too few arguments. */
export function argumentCount(name: string, least: number, most: number, given: number): Error {
  const count = most === Infinity ? `${least} or more` : least === most ? `${least}` : `${least} to ${most}`;
  return new Error(`PackerFn.${methodName(name)}: the number of arguments is ${given}, and Packer's function takes ${count}. Give it as many.`);
}

/** A function is given a value of another kind than it takes. */
export function argumentKind(name: string, parameter: string, wanted: string, given: string): Error {
  return new Error(
    `PackerFn.${methodName(name)}: the argument '${parameter}' is a ${given} where Packer takes a ${wanted}, so it would refuse to build. `
    + `Pass a ${wanted}, or a reference to one.`,
  );
}

/** A function is given a value that it refuses. */
export function argumentValue(name: string, parameter: string, why: string): Error {
  return new Error(`PackerFn.${methodName(name)}: the argument '${parameter}' is one that Packer refuses: ${why}.`);
}

/** The second argument of `convert` is no type. */
export function convertType(type: string, why: string): Error {
  return new Error(`PackerFn.convert: '${type}' is no type of HCL${because(type, why)}. Write it like 'string', 'list(number)' or 'object({ name = string })'.`);
}

/** A list, a map or a late value is in itself. */
export function containsItself(): Error {
  return new Error('a value contains itself, so what is written would have no end. Pass a list or map that does not lead back to itself.');
}

/** A value of a CDK framework stands where nothing resolves it. */
export function foreignToken(): Error {
  return new Error(
    'it contains a value of a CDK framework (a token) that nothing here can resolve. '
    + 'In CDKTF, use Image from \'@cdk-packer/cdktf\'; elsewhere pass a plain value.',
  );
}

/** The name of a generated attribute is none. */
export function generatedAttribute(name: string): Error {
  return new Error(
    `BuildContext.generated(${JSON.stringify(name)}): a builder's value has a name of letters, digits and \`_\`, for example SourceAMI. `
    + 'The page of the builder lists them.',
  );
}

/** `regex_replace` is `regexReplace` here. */
function methodName(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The path of an override leads nowhere. */
export function overridePath(path: string, segment: string): Error {
  return new Error(
    `addOverride(${JSON.stringify(path)}, …): nothing that could be changed stands at ${JSON.stringify(segment)}. `
    + 'A path names options as in HCL, joined with dots; a dot in a name is written `\\\\.`, an element of a list by its number.',
  );
}

/** The messages of problems found at synth; the path of the construct is put before them. */
export const problem = {
  duplicateSource: (name: string, other: string, where: 'template' | 'build') =>
    `two sources are named '${name}' (the other is ${other}). Names of sources are unique in a ${where} whatever their type, `
    + 'since overrides and files of results go by name. Rename one of them.',
  duplicateName: (what: string, name: string, other: string) =>
    `two ${what}s are named '${name}' (the other is ${other}), which Packer rejects. Rename one of them.`,
  defaultOfOtherType: (option: string, found: string, type: string) =>
    `${option}: it is ${found}, of which Packer makes no \`${type}\`, as the type of the variable says. Change the default or the \`type\`.`,
  defaultWithReference: () =>
    'default: it contains a reference, and Packer takes only literals and `PackerFn.env` as defaults. Use a Local for a value made of others.',
  defaultWithFunction: (option: string, name: string) =>
    `${option}: it calls the function '${name}', and in defaults Packer knows only \`env\`. Use a Local for a value that is computed.`,
  envOutsideDefault: (option: string) =>
    `${option}: PackerFn.env stands here, and Packer knows it only in the default of a variable. `
    + 'Create a Variable with it as `default`, and use the variable here.',
  unknownReference: (option: string, reference: string, places: readonly string[]) =>
    `${option}: '${reference}' is not known to Packer here. It may stand in ${places.join(', ')}.`,
  literalOnly: (option: string) =>
    `${option}: it contains a reference, but Packer evaluates nothing here. Write the text itself.`,
  overrideLeaves: (option: string) =>
    `overrideFor: ${option}: the list is shorter, or the map has fewer keys, than that of the step, and Packer joins the two: the rest of the step's would `
    + 'stay. Make two steps of it, one with `only` and one with `except`, or give at least as many elements and all keys.',
  cleanUpRepeated: () =>
    'errorCleanup: a build has one such step at most, and `forEach` would make several. Do all that is to be cleaned up in one step.',
  bucketName: (name: string) =>
    `bucketName: '${name}' is no name of a bucket. Give 3 to 36 letters, digits and '-'.`,
  noType: (type: string, why: string) =>
    `type: '${type}' is no type of HCL${because(type, why)}. Write it like 'string', 'list(number)' or 'object({ name = string })'.`,
  conditionWithoutVariable: (name: string) =>
    `validation: the condition does not refer to \`var.${name}\`, and Packer refuses one that does not. `
    + `Write it like Expression.asAny('length(var.${name}) > 3').`,
  conditionWithOther: (name: string, other: string) =>
    `validation: the condition refers to \`${other}\`, and Packer allows it no reference but \`var.${name}\`. Leave the others out.`,
  errorMessage: (message: string) =>
    `validation: Packer refuses the message '${message}'. Begin it with a capital letter, and end it with '.', '?' or '!'.`,
  severalCleanUps: (other: string) =>
    `errorCleanup: a build has one such step at most, and the other is ${other}. Do all that is to be cleaned up in one step.`,
  severalRegistries: (other: string) =>
    `a template has one HcpPackerRegistry at most, and the other is ${other}. Remove one of them.`,
  registryAndBuilds: (builds: number) =>
    `HCP Packer takes templates with one build, and this one has ${builds}. Give each build a template of its own.`,
  extendedTwice: (name: string) =>
    `the source '${name}' is a source of a build itself, and Packer extends only those that stand outside of builds. Give the one that it extends.`,
  repeatedArgument: (option: string, base: string) =>
    `${option}: the source '${base}' gives it too, and Packer refuses that. A source of a build only adds options: leave it out in one of them.`,
  dynamicElsewhere: (option: string) =>
    `${option}: Packer repeats nested blocks of sources and steps only, not arguments and not what is in data sources. `
    + 'Use an expression that makes a list, such as Expression.asAny(\'[for x in var.y : x]\').',
  tooNew: (feature: string, since: string, constraint: string) =>
    `${feature} needs Packer ${since}, and the template may be built with older versions ('${constraint}'). `
    + `Say \`packerVersion: '>= ${since}'\`, or do without it.`,
  noConstraint: (constraint: string, why: string) =>
    `packerVersion: '${constraint}' is no version constraint of Packer${because(constraint, why)}. Write it like '>= 1.11.0, < 2.0.0'.`,
  olderPacker: (constraint: string, oldest: string) =>
    `packerVersion: '${constraint}' allows versions of Packer older than ${oldest}, for which the template may be wrong. Say '>= ${oldest}'.`,
  localNameTooLate: (name: string, type: string, wanted: string) =>
    `requirePlugin: the local name \`${name}\` was said after this component was made as \`${type}\`, which would have to be \`${wanted}\`. Call it before.`,
  otherPluginVersion: (name: string, constraint: string, version: string) =>
    `requirePlugin: '${constraint}' leaves version ${version} of the plugin \`${name}\` out, whose options its classes know. Where others are needed, \`addOverride\` takes them.`,
  unknownOption: (option: string, what: string, nearest: string | undefined) =>
    `${option}: the facts on ${what} have no such option, and Packer refuses one that a plugin does not know. `
    + `${nearest === undefined ? '' : `Is '${nearest}' meant? `}Set an option that only the facts do not know with \`addOverride\`.`,
  deprecated: (option: string, instead: string) => `${option}: it is deprecated. ${instead}`,
  notOneOf: (option: string, value: unknown, values: ReadonlyArray<string | number>) =>
    `${option}: ${JSON.stringify(value)} is none of the values that the plugin accepts. Give one of ${values.map((one) => JSON.stringify(one)).join(', ')}.`,
  noNameAndValue: (option: string) =>
    `${option}: it does not begin with a name and \`=\`, and the plugin would refuse it. Write it like \`NAME=value\`.`,
  outOfRange: (option: string, value: number, range: Range) =>
    `${option}: ${value} is out of range, and the plugin would refuse it. Give a number ${describeRange(range)}.`,
  wrongLength: (option: string, characters: number, range: Range) =>
    `${option}: it has ${characters} characters, and the plugin would refuse it. Give a text with a number of characters ${describeRange(range)}.`,
  requirement: ({ kind, when }: Requirement, options: readonly string[], given: readonly string[], path: string) => {
    const names = options.map((name) => `\`${name}\``).join(', ');
    const condition = when ? ` where \`${path}${when.option}\` is ${when.is ? when.is.map((value) => JSON.stringify(value)).join(' or ') : 'given'}` : '';
    const found = given.length === 0 ? 'none is' : `${given.map((name) => `\`${name}\``).join(' and ')} ${given.length > 1 ? 'are' : 'is'}`;
    switch (kind) {
      case 'exactly one of': return options.length === 1
        ? `${names} must be given${condition}, or the plugin refuses the build. Give it.`
        : `exactly one of ${names} must be given${condition}, but ${found}. Give one of them.`;
      case 'at least one of': return `${options.length === 1 ? '' : 'at least one of '}${names} must be given${condition}, or the plugin refuses the build. Give it.`;
      case 'at most one of': return `at most one of ${names} can be given${condition}, but ${found}. Remove all but one.`;
      case 'none of': return `${names} cannot be given${condition}, but ${found}. Remove it.`;
    }
  },
  foreignOverride: (name: string) =>
    `overrideFor: the source '${name}' is not one of the build's, so nothing would be overridden. Give one of its sources.`,
  noSources: () =>
    'the build has no source, so there is nothing to build. Create a source below it or give `sources`.',
  repeatedSource: (name: string) =>
    `sources: the source '${name}' is given more than once, and Packer would build it as often at the same time, under one name and into the `
    + 'same files. Give it once.',
  neverRuns: () =>
    '`only` is an empty list, so nothing here ever runs, and it is left out of the template. Name the sources it is for, '
    + 'or leave out `only` to run it for all.',
  foreignSource: (name: string) =>
    `the source '${name}' belongs to another template, and a build can only use sources of its own. Create one here.`,
  otherTemplate: (option: string) =>
    `${option}: it refers to an element of another template, and Packer knows only its own. `
    + 'Create the element here, or hand the value over as a plain value in your program.',
  communicatorNone: (type: string, source: string) =>
    `a ${type} step runs on the machine being built, but the source '${source}' says \`communicator: none\`, so there is no way to reach it. `
    + 'Use ShellLocalProvisioner to run on the machine that builds, give the source a communicator, or exclude the source with `except`.',
  withoutMachine: (type: string, source: string, sourceType: string) =>
    `a ${type} step runs on the machine being built, but a ${sourceType} source ('${source}') has none: Packer skips the step silently. `
    + 'Use ShellLocalProvisioner to run on the machine that builds.',
  foreignToken: (option: string) => problem.invalid(option, foreignToken().message),
  unsupported: (option: string, what: string) =>
    `${option}: ${what} cannot be written into a template. Pass a string, number, boolean, list, map or a reference.`,
  invalid: (option: string, message: string) => `${option}: ${message}`,
  mixedInline: (option: string) =>
    `${option}: it contains a literal \`{{\` beside references. Packer renders these lines as Go templates until nothing changes, so \`{{\` cannot be `
    + 'escaped, and a script file, which would keep it, cannot hold references. Pass the references through `environmentVars` and keep the lines literal.',
  goTemplateLiteral: (option: string) =>
    `${option}: it contains a literal \`{{\`, but Packer renders this option as a Go template until nothing changes, so no escape survives. `
    + 'Put the text in a file, or use GoTemplate if a template is meant.',
  goTemplateReference: (option: string, reference: string) =>
    `${option}: the value of \`${reference}\` contains a literal \`{{\`, but Packer would run it here as a Go template, and no escape survives. `
    + 'Put the text in a file, or use GoTemplate in the value if a template is meant.',
  literalNotKept: (option: string, reference: string) =>
    `${option}: Packer runs a \`{{\` in the value of \`${reference}\` here as a Go template, though it is to be literal, and no escape survives. `
    + 'Use the variable elsewhere, or make sure that no value contains it.',
  goTemplateSyntax: (option: string, what: string) =>
    `${option}: Packer cannot read the Go template: ${what}. Mend it; https://pkg.go.dev/text/template says how they are written.`,
  unknownTemplateFunction: (option: string, name: string, known: readonly string[], instead = 'Functions of HCL are methods of PackerFn.') =>
    `${option}: the Go template calls the function '${name}', which is not known there. Known are ${known.join(', ')}, and those of Go itself. ${instead}`,
  refusedTemplateFunction: (option: string, name: string, instead: string) =>
    `${option}: the Go template calls the function '${name}', which Packer refuses in templates written in HCL. ${instead}`,
  unknownTemplateField: (option: string, name: string, known: readonly string[]) =>
    `${option}: the Go template uses \`.${name}\`, which is not there, so that Packer would fail or write '<no value>'. ${knownFields(known)}`,
  doubtfulTemplateField: (option: string, name: string, known: readonly string[]) =>
    `${option}: the Go template uses \`.${name}\`, which Packer replaces by '<no value>' unless the builder gives it. ${knownFields(known)}`,
  noDuration: (option: string, value: string | number) =>
    `${option}: ${JSON.stringify(value)} is no duration of Go. Give numbers with units, for example '1h30m', '5m' or '300ms'; `
    + 'the units are h, m, s, ms, us and ns.',
  timeoutIgnored: () =>
    '`timeout` is ignored by Packer beside `pauseBefore`. Remove one of them.',
  notNormalized: (option: string) =>
    `${option}: the text is not in Unicode's normal form C (or has half a surrogate pair), and Packer will change it into that form. `
    + 'Write it with `text.normalize(\'NFC\')`, or hand exact bytes over through a file.',
  looksLikeReference: (option: string, found: string) =>
    `${option}: the text contains '${found}', which arrives literally, since strings are literals here. `
    + 'If Packer shall evaluate it, use Expression.asString(…) or the reference of the element.',
};

function knownFields(names: readonly string[]): string {
  return names.length === 0 ? 'Nothing is known there; use a reference.' : `Known are ${names.map((name) => `\`.${name}\``).join(', ')}.`;
}

/** What is wrong with a part of the text, unless it is the whole text. */
function because(text: string, why: string): string {
  return why === isNone(text) ? '' : `: ${why}`;
}

/** A part of a text is not what it should be. */
export function isNone(part: string): string {
  return part === '\n' ? 'the end of the line is none' : `'${part}' is none`;
}

type Range = readonly [number | undefined, number | undefined];

function describeRange([smallest, largest]: Range): string {
  if (smallest === undefined) { return `of at most ${largest}`; }
  return largest === undefined ? `of at least ${smallest}` : `from ${smallest} to ${largest}`;
}

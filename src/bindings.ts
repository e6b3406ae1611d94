/**
 * What typed classes outside of this package are made of: the functions of their tables. `cdk-packer get` writes such classes; they
 * import this file as `cdk-packer/lib/bindings.js`, from CommonJS and from ES modules, and the classes that they extend from `cdk-packer`.
 */
export {
  block, blocks, option, sharing, typed,
  type BlockSchema, type ComponentKind, type ComponentSchema, type InlineScript, type OptionFacts, type OptionSchema, type OptionType,
  type PluginSchema, type Requirement, type TypedComponent,
} from './language/component-schema';

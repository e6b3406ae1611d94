import tsJest from 'ts-jest';
import { lazyExports } from './lazy-exports.mjs';

const INDEX = /\/src\/plugins\/([\w-]+\/)?index\.ts$/;

/** Compiles TypeScript for jest, and lets tests load only the plugins that they use, as the package does. */
export default {
  createTransformer(options) {
    const transformer = tsJest.default.createTransformer(options);
    const process = transformer.process.bind(transformer);
    transformer.process = (source, path, ...rest) => {
      const result = process(source, path, ...rest);
      return INDEX.test(path) ? { ...result, code: lazyExports(result.code).code } : result;
    };
    return transformer;
  },
};

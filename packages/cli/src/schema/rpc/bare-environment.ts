/** What makes a plugin work for its caller, and not print that it is no program for people. */
const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

/** The environment of a program that only tells its schema: it needs no credentials, so it gets none. */
export function bareEnvironment(directory: string): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return {
    ...PATH === undefined ? {} : { PATH },
    ...SystemRoot === undefined ? {} : { SystemRoot },
    HOME: directory,
    USERPROFILE: directory,
    TMPDIR: directory,
    TMP: directory,
    TEMP: directory,
    CHECKPOINT_DISABLE: '1',
    PACKER_CONFIG_DIR: directory,
    PACKER_CACHE_DIR: directory,
  };
}

/** The environment of a component that is called. */
export function componentEnvironment(directory: string): NodeJS.ProcessEnv {
  return {
    ...bareEnvironment(directory),
    PACKER_PLUGIN_MAGIC_COOKIE: COOKIE,
    PACKER_PLUGIN_MIN_PORT: '10000',
    PACKER_PLUGIN_MAX_PORT: '25000',
  };
}

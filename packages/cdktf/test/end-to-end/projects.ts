import { Project } from './project';

const projects: Project[] = [];

/** A project that is removed after the test. */
export function project(program: string, files: { [path: string]: string } = {}, name?: string): Project {
  const made = new Project(program, files, name);
  projects.push(made);
  return made;
}

afterEach(() => {
  for (const made of projects.splice(0)) { made.remove(); }
});

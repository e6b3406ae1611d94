import { ansible, Asset, chef, goss, Image, NullSource, PackerApp, vagrant } from '../../src';
import { problemsOf } from '../language/support';

function image(source: object = { communicator: 'none' }): Image {
  const web = new Image(new PackerApp(), 'web');
  new NullSource(web, 'local', source);
  return web;
}

const MACHINE = { sshHost: 'h', sshUsername: 'u', sshAgentAuth: true };

test('a playbook of a folder is run where the folder was copied to', () => {
  // GIVEN
  const web = image();

  // WHEN
  new ansible.AnsibleProvisioner(web, 'nginx', { playbookFile: Asset.of('./ansible').file('site.yml') });

  // THEN
  expect(web.toJson().build[0].provisioner).toEqual([{ ansible: { playbook_file: '${path.root}/assets/nginx/playbook_file/ansible/site.yml' } }]);
});

test('what Galaxy installs lies below the work folder, and what it installs from is copied', () => {
  // GIVEN
  const web = image();

  // WHEN
  new ansible.AnsibleProvisioner(web, 'nginx', { playbookFile: './site.yml', galaxyFile: './requirements.yml', rolesPath: 'roles' });

  // THEN
  expect(web.toJson().build[0].provisioner).toEqual([{
    ansible: {
      galaxy_file: '${path.root}/assets/nginx/galaxy_file/requirements.yml',
      playbook_file: '${path.root}/assets/nginx/playbook_file/site.yml',
      roles_path: '${var.work_dir}/roles',
    },
  }]);
});

test('cookbooks are copied beside the template, and the secret of data bags is not', () => {
  // GIVEN
  const web = image(MACHINE);

  // WHEN
  new chef.ChefSoloProvisioner(web, 'nginx', { cookbookPaths: ['./cookbooks', './vendor'], encryptedDataBagSecretPath: '/etc/chef/secret' });

  // THEN
  expect(web.toJson().build[0].provisioner).toEqual([{
    'chef-solo': {
      cookbook_paths: ['${path.root}/assets/nginx/cookbook_paths.0/cookbooks', '${path.root}/assets/nginx/cookbook_paths.1/vendor'],
      encrypted_data_bag_secret_path: '/etc/chef/secret',
    },
  }]);
});

test('a box of Vagrant lies below the work folder, in a folder of its source', () => {
  // GIVEN
  const web = new Image(new PackerApp(), 'web');

  // WHEN
  new vagrant.VagrantSource(web, 'box', { communicator: 'ssh', sourcePath: 'bento/ubuntu-24.04' });

  // THEN
  expect(web.toJson().source.vagrant.box).toEqual({
    communicator: 'ssh', output_dir: '${var.work_dir}/output-{{build_name}}', source_path: 'bento/ubuntu-24.04',
  });
});

test('only a step that works on the machine needs one', () => {
  // GIVEN
  const web = image();

  // WHEN
  new ansible.AnsibleProvisioner(web, 'nginx', { playbookFile: './site.yml' });
  new goss.GossProvisioner(web, 'tests', { tests: ['./goss.yaml'] });

  // THEN
  expect(problemsOf(web).filter((problem) => problem.includes('communicator'))).toEqual([expect.stringContaining('web/tests')]);
});

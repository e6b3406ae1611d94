"""The same program as web.ts."""

import sys

from cdk_packer import (
    Asset,
    ChecksumPostProcessor,
    Expression,
    FileProvisioner,
    FileSource,
    FingerprintOptions,
    Image,
    Local,
    NullSource,
    PackerApp,
    PackerFn,
    PostProcessorChain,
    ProvisionerGroup,
    ShellLocalPostProcessor,
    ShellLocalProvisioner,
    ShellProvisioner,
    SourceContext,
    Variable,
)

app = PackerApp(outdir=sys.argv[1])

base = Image(app, "base")
archive = FileSource(base, "archive", content="a literal ${x}, {{ .Foo }} and Grüße \U0001F600", target="base.txt")

web = Image(app, "web", packer_version=">= 1.10", fingerprint=FingerprintOptions(salt="1"))
local = NullSource(web, "local", communicator="none")
machine = NullSource(web, "machine", ssh_agent_auth=True, ssh_host="127.0.0.1", ssh_port=2222, ssh_username="root")

release = Variable(web, "release", default="stable", description="what to install")
packages = Variable(web, "packages", type="list(string)", default=["nginx", "curl"])
title = Local(web, "title", expression=f"{PackerFn.upper(release.string_value)}-image")

remote = ProvisionerGroup(web, "remote", only=[machine])
ShellProvisioner(
    remote,
    "install",
    script="./scripts/install.sh",
    environment_vars=[f"RELEASE={release.string_value}"],
    valid_exit_codes=[0, 3],
    max_retries=2,
)
FileProvisioner(remote, "site", source="site/", destination="/srv/site")
ShellProvisioner(
    remote, "containers", inline=["docker ps --format '{{.Names}}'", 'echo "${HOSTNAME}"'], env={"A": "1", "B": "2"}
)

start = Expression.as_string('abspath(path.cwd)')
unpack = ShellLocalProvisioner(
    web,
    "unpack",
    inline=[
        f'cat "{base.artifact_of(archive).file("*.txt")}" > "{web.work_directory}/web.txt"',
        f"echo {title.string_value} {PackerFn.join(' ', packages.list_value)} {SourceContext.NAME} {start}",
        f"ls {Asset.of('site', exclude=['*.css']).path}",
    ],
)
unpack.override_for(local, {"environment_vars": ["WHERE=local"]})
unpack.add_override("valid_exit_codes", [0, 1])

publish = PostProcessorChain(web, "publish")
ChecksumPostProcessor(publish, "sums", checksum_types=["sha256"], keep_input_artifact=True)
ShellLocalPostProcessor(publish, "upload", inline=["./upload.sh"], except_=[local])

app.synth()

"""The base image of examples/quickstart, with the core package alone."""

import sys

from cdk_packer import Asset, FileSource, Image, PackerApp, ShellLocalProvisioner

app = PackerApp(outdir=sys.argv[1])
base = Image(app, "base")
FileSource(base, "rootfs", target="base.tar", content="made by the next step")
ShellLocalProvisioner(
    base,
    "pack",
    script="./scripts/pack-base.sh",
    environment_vars=[f"ROOTFS={Asset.of('./rootfs').path}", f"OUTPUT={base.work_directory}/base.tar"],
)
app.synth()

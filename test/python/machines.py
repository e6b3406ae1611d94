"""The same program as machines.ts: a data source, nested blocks, and an image made from another."""

import sys

from cdk_packer import Image, PackerApp, ShellProvisioner, amazon

app = PackerApp(outdir=sys.argv[1])

base = Image(app, "base")
newest = amazon.AmazonAmiDataSource(
    base, "newest", region="eu-west-1", owners=["136693071363"], most_recent=True, filters={"name": "debian-12-amd64-*"}
)
machine = amazon.AmazonEbsSource(
    base,
    "machine",
    region="eu-west-1",
    instance_type="t3.small",
    ssh_username="admin",
    ami_name="base-{{timestamp}}",
    source_ami=newest.id,
    assume_role=amazon.AssumeRoleOptions(role_arn="arn:aws:iam::123456789012:role/builder", duration_seconds=900),
    launch_block_device_mappings=[
        amazon.BlockDevice(device_name="/dev/xvda", volume_size=20, volume_type="gp3", delete_on_termination=True),
        amazon.BlockDevice(device_name="/dev/xvdb", no_device=True),
    ],
)
ShellProvisioner(base, "update", inline=["sudo apt-get update", f'echo "from {newest.name_output}"'])

web = Image(app, "web")
amazon.AmazonEbsSource(
    web,
    "machine",
    region="eu-west-1",
    instance_type="t3.small",
    ssh_username="admin",
    ami_name="web-{{timestamp}}",
    source_ami=base.artifact_of(machine).id,
    vpc_filter=amazon.VpcFilterOptions(filters={"tag:role": "builds"}),
)

app.synth()

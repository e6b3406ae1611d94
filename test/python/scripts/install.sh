#!/bin/sh -e
echo "installing ${RELEASE:?}"

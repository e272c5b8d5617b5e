# The commands of this house; `make` alone lists them.
# On Debian each first installs the packages that it lacks.

export GOTOOLCHAIN := local
# Where Go's own instructions put it, for a shell that was not told.
export PATH := $(PATH):/usr/local/go/bin

.PHONY: help run build test install check bench growth storybook clean

help:
	@echo 'make run        build what changed and open Keepcool; ARGS="..." are its flags'
	@echo 'make test       make install, then make check'
	@echo 'make install    fetch what the checks need; the only step of the two with network'
	@echo 'make check      format, vet, lint, scenarios, build and all tests'
	@echo 'make bench      the benchmarks, and the time to the first window'
	@echo 'make growth     measure how the engine grows and draw it anew: app/solve/growth.svg'
	@echo 'make storybook  draw every screen to build/storybook'
	@echo 'make clean      remove what was built'

run: build
	@build/keepcool $(ARGS)

build:
	@.ci/packages build
	@[ -e build/keepcool ] || echo 'Building Keepcool; the first time takes some minutes.'
	@CGO_ENABLED=1 go build -buildvcs=false -o build/keepcool ./cmd/keepcool

test:
	@$(MAKE) --no-print-directory install
	@$(MAKE) --no-print-directory check

install:
	@.ci/install

check:
	@.ci/check

bench:
	@.ci/packages bench
	CGO_ENABLED=0 go test -run '^$$' -bench . -benchmem ./app/...
	@$(MAKE) --no-print-directory build
	@.ci/bench-start

growth:
	CGO_ENABLED=0 go test -run '^$$' -bench Growth -benchtime 1x ./app/solve -growth growth.svg

storybook:
	CGO_ENABLED=0 go run ./cmd/storybook -out build/storybook

clean:
	rm -rf build

package store

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"keepcool/app/trainer"
)

func TestMountedOn(t *testing.T) {
	const mounts = `22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 27 0:40 / /home rw - autofs systemd-1 rw
31 30 0:41 / /home rw shared:7 master:2 - nfs4 server:/home rw
32 31 0:42 / /home/ada/local\040disk rw - xfs /dev/vdb rw
33 27 0:43 / /mnt/ssh rw - fuse.sshfs ada@far:/ rw
nonsense
`
	for path, want := range map[string]string{
		"/": "ext4", "/var/lib": "ext4", "/home/ada": "nfs4", "/homeless": "ext4", "/home/ada/local disk/x": "xfs",
		"/home/ada/local": "nfs4", "/mnt/ssh": "fuse.sshfs", "/mnt/sshx": "ext4", "/proc/self": "proc",
	} {
		if got := mountedOn(mounts, path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if got, err := drive(t.TempDir()); err != nil || got == "" {
		t.Errorf("this machine: %q, %v", got, err)
	}
}

// Root may write anywhere, so the thread gives that up before it tries.
func TestFolderWithoutPermission(t *testing.T) {
	folder := t.TempDir()
	opened(t, folder).Close()
	locked := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(locked, 0o500); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(folder, FileName), 0); err != nil {
		t.Fatal(err)
	}
	done := make(chan [2]error)
	go func() {
		runtime.LockOSThread() // and never given back: the thread ends with what it gave up
		if os.Getuid() == 0 {
			_ = syscall.Setfsuid(65534)
		}
		_, first := Open(filepath.Join(locked, "data"), Options{})
		_, second := Open(folder, Options{probe: func(string) error { return nil }})
		done <- [2]error{first, second}
	}()
	for _, err := range <-done {
		wants(t, err, trainer.StoreReadOnly)
	}
}

// A real disk of one megabyte, where the machine lets the test have one.
func TestFullDiskForReal(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=1m"); err != nil {
		t.Logf("no small disk to be had (%v); TestFullDisk stands for it", err)
		return
	}
	defer syscall.Unmount(folder, syscall.MNT_DETACH)
	ballast := filepath.Join(folder, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 256<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(folder, Options{})
	if err != nil {
		t.Fatal(explain(err))
	}
	defer s.Close()
	a := begun(t, s, trainer.Attempt{Profile: person(t, s).ID})
	fillAndGoOn(t, s, a, func() {
		if err := os.RemoveAll(ballast); err != nil {
			t.Fatal(err)
		}
	})
}

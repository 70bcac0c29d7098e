/*
 * Faults below a directory, for a process that preloads this: failing and slow syncs and writes,
 * and a trace from which a test can build the directory as a disk may hold it after a power cut.
 * Native code and the Java runtime both call libc, so both are seen; Linux on x86-64 only.
 *
 * Environment:
 *   GIVRE_FAULTS_DIR      the directory; nothing elsewhere is touched
 *   GIVRE_FAULTS_CONTROL  optional: a file of struct control, shared with the test
 *   GIVRE_FAULTS_TRACE    optional: a file that gets the trace; syncs are then only recorded
 *   GIVRE_FAULTS_MARK     optional: a file outside the directory whose writes become marks of the
 *                         trace, so that the test knows what was acknowledged before what
 *
 * Trace: kind (1 byte), file (4), a (8), b (8), length (4), that many bytes; little-endian.
 *   C new file: name          W written: a = offset, bytes        T size: a = bytes
 *   S synced: a = offset, b = length (-1: all)                    D directory synced: name
 *   R renamed: from NUL to    L linked: from NUL to               U unlinked: name
 *   K directory made: name    M mark: text
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { SYNC = 1, WRITE = 2, RESIZE = 4, MAKE = 8, RENAME = 16 };
enum { FDS = 65536, MAPS = 256, FILES = 65536, SECTOR = 512 };

struct control {
  int64_t kinds;        /* which calls fail: the sum of SYNC... */
  int64_t countdown;    /* the call of those kinds that makes this 0 fails */
  int64_t delay_micros; /* of every sync */
  int64_t failed;       /* calls that have failed */
  int64_t syncs;        /* calls that were seen */
  char match[64];       /* only files whose name contains this */
  char name[256];       /* of the file of the last call that has failed, below the directory */
};

struct map { char *at; size_t length; off_t offset; int file; char *name; char *shadow; };

static struct control nothing;
static struct control *control = &nothing;
static const char *root;
static const char *mark;
static size_t root_length;
static int trace = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int file_of[FDS];            /* 0: not ours; -1: a directory of ours; -2: the mark */
static char *name_of[FDS];
static struct map maps[MAPS];
static ino_t inode_of[FILES];
static int files;

static int below(const char *path) {
  return root && path && strncmp(path, root, root_length) == 0
      && (path[root_length] == '/' || path[root_length] == 0);
}

static void record(char kind, int file, int64_t a, int64_t b, const void *bytes, size_t length) {
  if (trace < 0) return;
  char head[25];
  uint32_t size = length;
  int32_t number = file;
  head[0] = kind;
  memcpy(head + 1, &number, 4);
  memcpy(head + 5, &a, 8);
  memcpy(head + 13, &b, 8);
  memcpy(head + 21, &size, 4);
  struct iovec parts[2] = {{head, sizeof head}, {(void *) bytes, length}};
  if (syscall(SYS_writev, trace, parts, 2) != (long) (sizeof head + length)) abort();
}

static void record_names(char kind, const char *from, const char *to) {
  char both[2 * PATH_MAX];
  size_t first = strlen(from) + 1, second = strlen(to);
  memcpy(both, from, first);
  memcpy(both + first, to, second);
  record(kind, 0, 0, 0, both, first + second);
}

/* Whether this call has to fail. */
static int fails(int kind, const char *path) {
  if (!(control->kinds & kind) || !path || !strstr(path + root_length, control->match)) return 0;
  if (__sync_sub_and_fetch(&control->countdown, 1) != 0) return 0;
  strncpy(control->name, path + root_length, sizeof control->name - 1);
  __sync_add_and_fetch(&control->failed, 1);
  errno = EIO;
  return 1;
}

static int new_file(ino_t inode) {
  if (files + 1 >= FILES) abort();
  inode_of[++files] = inode;
  return files;
}

/* Numbers are for the trace: without one a process may have any number of files. */
static int file_number(ino_t inode, int existed) {
  if (trace < 0) return 1;
  if (!existed) return new_file(inode);
  for (int n = files; n > 0; n--) if (inode_of[n] == inode) return n;
  return new_file(inode);
}

/* Writes into shared memory show when we look: at each sync and at the end of a mapping. */
static void look(struct map *map) {
  if (!map->shadow) return;
  size_t at = 0;
  while (at < map->length) {
    size_t end = at;
    while (end < map->length && memcmp(map->at + end, map->shadow + end, SECTOR) != 0) end += SECTOR;
    if (end > at) {
      size_t from = at, to = end;
      memcpy(map->shadow + at, map->at + at, end - at);
      record('W', map->file, map->offset + from, 0, map->shadow + from, to - from);
    }
    at = end + SECTOR;
  }
}

static void look_at_file(int file) {
  for (int n = 0; n < MAPS; n++) if (maps[n].at && maps[n].file == file) look(&maps[n]);
}

static int opened(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= FDS) return fd;
  if (mark && strcmp(path, mark) == 0) {
    file_of[fd] = -2;
    return fd;
  }
  if (!below(path)) return fd;
  struct stat state;
  if (fstat(fd, &state) != 0) return fd;
  pthread_mutex_lock(&lock);
  free(name_of[fd]);
  name_of[fd] = strdup(path);
  if (S_ISDIR(state.st_mode)) {
    file_of[fd] = -1;
  } else {
    file_of[fd] = file_number(state.st_ino, existed);
    if (!existed) record('C', file_of[fd], 0, 0, path, strlen(path));
    else if (flags & O_TRUNC) record('T', file_of[fd], 0, 0, "", 0);
  }
  pthread_mutex_unlock(&lock);
  return fd;
}

static int open_file(const char *path, int flags, mode_t mode) {
  int ours = below(path);
  int existed = !ours || access(path, F_OK) == 0;
  if (ours && !existed && fails(MAKE, path)) return -1;
  return opened(syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags, existed);
}

#define OPEN(NAME) \
  int NAME(const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    return open_file(path, flags, mode); \
  }
OPEN(open)
OPEN(open64)
int __open_2(const char *path, int flags) { return open_file(path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_file(path, flags, 0); }
int creat(const char *path, mode_t mode) { return open_file(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

#define OPENAT(NAME) \
  int NAME(int directory, const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    if (directory == AT_FDCWD || path[0] == '/') return open_file(path, flags, mode); \
    return syscall(SYS_openat, directory, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  if (fd >= 0 && fd < FDS) file_of[fd] = 0;
  return syscall(SYS_close, fd);
}

static int ours(int fd) { return fd >= 0 && fd < FDS ? file_of[fd] : 0; }

static ssize_t wrote(int fd, const void *bytes, ssize_t written, off_t at) {
  if (written > 0 && ours(fd) == -2) {
    pthread_mutex_lock(&lock);
    record('M', 0, 0, 0, bytes, written);
    pthread_mutex_unlock(&lock);
  } else if (written > 0 && ours(fd) > 0) {
    pthread_mutex_lock(&lock);
    record('W', file_of[fd], at, 0, bytes, written);
    pthread_mutex_unlock(&lock);
  }
  return written;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (ours(fd) > 0 && fails(WRITE, name_of[fd])) return -1;
  off_t at = 0;
  if (ours(fd) > 0) {
    int flags = fcntl(fd, F_GETFL);
    at = lseek(fd, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR);
  }
  return wrote(fd, bytes, syscall(SYS_write, fd, bytes, length), at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) {
  if (ours(fd) > 0 && fails(WRITE, name_of[fd])) return -1;
  return wrote(fd, bytes, syscall(SYS_pwrite64, fd, bytes, length, at), at);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  return pwrite64(fd, bytes, length, at);
}

static int resized(int fd, off_t size) {
  if (ours(fd) > 0 && fails(RESIZE, name_of[fd])) return -1;
  int result = syscall(SYS_ftruncate, fd, size);
  if (result == 0 && ours(fd) > 0) {
    pthread_mutex_lock(&lock);
    look_at_file(file_of[fd]);
    record('T', file_of[fd], size, 0, "", 0);
    pthread_mutex_unlock(&lock);
  }
  return result;
}
int ftruncate(int fd, off_t size) { return resized(fd, size); }
int ftruncate64(int fd, off64_t size) { return resized(fd, size); }

static void *mapped(void *hint, size_t length, int protection, int flags, int fd, off_t offset) {
  void *at = (void *) syscall(SYS_mmap, hint, length, protection, flags, fd, offset);
  if (at == MAP_FAILED || !(flags & MAP_SHARED) || !(protection & PROT_WRITE) || ours(fd) <= 0) {
    return at;
  }
  pthread_mutex_lock(&lock);
  int n = 0;
  while (n < MAPS && maps[n].at) n++;
  if (n == MAPS) abort();
  maps[n] = (struct map){at, length, offset, file_of[fd], strdup(name_of[fd]), NULL};
  if (trace >= 0) {
    maps[n].shadow = malloc(length);
    memcpy(maps[n].shadow, at, length);
  }
  pthread_mutex_unlock(&lock);
  return at;
}
void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
  return mapped(at, length, protection, flags, fd, offset);
}
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
  return mapped(at, length, protection, flags, fd, offset);
}

static struct map *map_at(const char *at) {
  for (int n = 0; n < MAPS; n++) {
    if (maps[n].at && at >= maps[n].at && at < maps[n].at + maps[n].length) return &maps[n];
  }
  return NULL;
}

int munmap(void *at, size_t length) {
  if (root) {
    pthread_mutex_lock(&lock);
    struct map *map = map_at(at);
    if (map && map->at == at) {
      look(map);
      free(map->shadow);
      free(map->name);
      map->at = NULL;
    }
    pthread_mutex_unlock(&lock);
  }
  return syscall(SYS_munmap, at, length);
}

static void slow(void) {
  int64_t micros = control->delay_micros;
  if (micros > 0) {
    struct timespec wait = {micros / 1000000, micros % 1000000 * 1000};
    nanosleep(&wait, NULL);
  }
}

int msync(void *at, size_t length, int flags) {
  pthread_mutex_lock(&lock);
  struct map *map = root ? map_at(at) : NULL;
  if (map && trace >= 0) {
    look(map);
    record('S', map->file, map->offset + ((char *) at - map->at), length, "", 0);
  }
  int failed = map && fails(SYNC, map->name);
  pthread_mutex_unlock(&lock);
  if (map) {
    __sync_add_and_fetch(&control->syncs, 1);
    slow();
  }
  if (failed) {
    errno = EIO;
    return -1;
  }
  return map && trace >= 0 ? 0 : syscall(SYS_msync, at, length, flags);
}

static int sync_file(int fd, long call) {
  if (ours(fd) == 0 || ours(fd) == -2) return syscall(call, fd);
  __sync_add_and_fetch(&control->syncs, 1);
  slow();
  if (fails(SYNC, name_of[fd])) return -1;
  if (trace < 0) return syscall(call, fd);
  pthread_mutex_lock(&lock);
  if (file_of[fd] == -1) {
    record('D', 0, 0, 0, name_of[fd], strlen(name_of[fd]));
  } else {
    look_at_file(file_of[fd]);
    record('S', file_of[fd], 0, -1, "", 0);
  }
  pthread_mutex_unlock(&lock);
  return 0;
}
int fsync(int fd) { return sync_file(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file(fd, SYS_fdatasync); }

static int changed(int result, char kind, const char *from, const char *to) {
  if (result == 0 && below(to ? to : from)) {
    pthread_mutex_lock(&lock);
    if (to) record_names(kind, from, to);
    else record(kind, 0, 0, 0, from, strlen(from));
    pthread_mutex_unlock(&lock);
  }
  return result;
}

int rename(const char *from, const char *to) {
  if (below(to) && fails(RENAME, to)) return -1;
  return changed(syscall(SYS_rename, from, to), 'R', from, to);
}
int link(const char *from, const char *to) {
  return changed(syscall(SYS_link, from, to), 'L', from, to);
}
int unlink(const char *path) { return changed(syscall(SYS_unlink, path), 'U', path, NULL); }
int rmdir(const char *path) { return changed(syscall(SYS_rmdir, path), 'U', path, NULL); }
int remove(const char *path) {
  int result = syscall(SYS_unlink, path);
  return changed(result && errno == EISDIR ? syscall(SYS_rmdir, path) : result, 'U', path, NULL);
}
int mkdir(const char *path, mode_t mode) {
  return changed(syscall(SYS_mkdir, path, mode), 'K', path, NULL);
}

/* What was there before the trace began is on the disk. */
static int found(const char *path, const struct stat *state, int kind, struct FTW *where) {
  (void) where;
  if (kind == FTW_D) {
    record('K', 0, 0, 0, path, strlen(path));
  } else if (kind == FTW_F) {
    int file = new_file(state->st_ino);
    record('C', file, 0, 0, path, strlen(path));
    char *bytes = malloc(state->st_size + 1);
    int fd = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY);
    if (syscall(SYS_read, fd, bytes, state->st_size) != state->st_size) abort();
    syscall(SYS_close, fd);
    record('W', file, 0, 0, bytes, state->st_size);
    record('S', file, 0, -1, "", 0);
    free(bytes);
  }
  return 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *directory = getenv("GIVRE_FAULTS_DIR");
  if (!directory) return;
  root = strdup(directory);
  root_length = strlen(root);
  unsetenv("GIVRE_FAULTS_DIR"); /* what this process starts is left alone */
  if (getenv("GIVRE_FAULTS_MARK")) mark = strdup(getenv("GIVRE_FAULTS_MARK"));
  const char *shared = getenv("GIVRE_FAULTS_CONTROL");
  if (shared) {
    int fd = syscall(SYS_openat, AT_FDCWD, shared, O_RDWR);
    control = (struct control *) syscall(
        SYS_mmap, NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (control == MAP_FAILED) abort();
  }
  const char *file = getenv("GIVRE_FAULTS_TRACE");
  if (file) {
    trace = syscall(SYS_openat, AT_FDCWD, file, O_CREAT | O_WRONLY | O_TRUNC, 0644);
    nftw(root, found, 16, FTW_PHYS);
    record('D', 0, 0, 0, root, root_length);
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

/// What differs by operating system, and nothing else. One .cpp a system; Linux is what is built and tested.
namespace footbridge::platform {

enum class FileSystemKind {
  Local,
  Network,    ///< NFS, SMB and their like: locks and fsync cannot be trusted
  UserSpace,  ///< FUSE: may be anything; warned about
  Unknown,
};

/// Of an existing folder. Unknown when the system does not say.
[[nodiscard]] FileSystemKind fileSystemOf(const std::filesystem::path& folder);

/// That this account may write the file, or make files in the folder. False on a disk that is mounted to be read only.
[[nodiscard]] bool mayWrite(const std::filesystem::path& place);

/// Makes names created, renamed or removed in the folder durable.
[[nodiscard]] std::error_code syncFolder(const std::filesystem::path& folder);
/// Makes a file's bytes durable.
[[nodiscard]] std::error_code syncFile(const std::filesystem::path& file);

/// Writes a file that only its owner may read: under its name whole and durable, or not there at all. file_exists where
/// anything stands there, even a link that leads nowhere. Where the disk lets a file be without a name, nothing is left
/// of one whose writing was cut short, whatever cut it; elsewhere it is left under a name that begins with a dot, until
/// the next one is written in that folder.
[[nodiscard]] std::error_code writeNewFile(const std::filesystem::path& name, std::string_view bytes);
/// An empty file that no other account can open, from its first moment on. file_exists as above.
[[nodiscard]] std::error_code makeOwnFile(const std::filesystem::path& file);
/// Gives a file its name for good, never over another: file_exists as above, and `made` stays. Where the new name
/// cannot be made durable, both names are gone. The bytes are durable already.
[[nodiscard]] std::error_code nameNewFile(const std::filesystem::path& made, const std::filesystem::path& name);

/// A file held, alone or along with others that only read it, until this goes. It does not depend on what else of this
/// process opens and closes the file; a POSIX lock does, which goes as soon as anything of its process closes the file.
class FileHold {
 public:
  enum class Way { Alone, Shared };

  FileHold(const FileHold&) = delete;
  FileHold(FileHold&& other) noexcept;
  FileHold& operator=(FileHold&&) = delete;
  FileHold& operator=(const FileHold&) = delete;
  ~FileHold();

  /// None when another has it, in this process or elsewhere. Where the file cannot be opened, or its disk knows no such
  /// locks, nothing is held, and nothing else is said here.
  [[nodiscard]] static std::optional<FileHold> take(const std::filesystem::path& file, Way way);

 private:
  explicit FileHold(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor;  ///< none: -1
  bool m_isAlone = false;
};

/// From now on no other process of this account can read our memory, and no core file is written.
/// Must be said again after a restart. False when the system refused.
bool forbidMemoryDumps();

/// Gives freed memory back to the system at once.
void returnFreeMemory();

/// Replaces this process by a fresh one of the same program. All memory of this one is gone: that is how we lock.
/// `arguments` excludes the program's name. Descriptors in `keep` stay open in the new process, all others close.
/// Returns only on failure.
[[nodiscard]] std::error_code restartInPlace(const std::vector<std::string>& arguments, const std::vector<int>& keep);

/// An anonymous file in memory that can cross a restart, holding `bytes`, which nothing changes any more; -1 when the
/// system refused.
[[nodiscard]] int memoryFile(const std::string& bytes);
/// Reads such a file from its start to its end and closes it. Whatever else has that number is left as it is.
[[nodiscard]] std::optional<std::string> readMemoryFile(int descriptor);

/// The descriptor that a variable of the environment names, and the variable gone; none where it is no pipe and no
/// socket. Called before anything is opened: a number that nothing has yet may come to be that of a journal.
[[nodiscard]] std::optional<int> takePipe(const char* variable);
/// One byte into an open descriptor, if it takes it.
void writeByte(int descriptor);

/// From now on a wish of the system that this process should end (SIGTERM, SIGHUP, SIGINT) ends nothing by itself: it
/// makes this descriptor readable. Called before any thread. -1 where the system refused, and nothing has changed.
[[nodiscard]] int listenForEnd();

/// Asks on the controlling terminal, without echo. Empty when there is none. Wipe what it answers.
[[nodiscard]] std::optional<std::string> readSecretFromTerminal(const std::string& prompt);
/// The same for what is no secret: it can be seen while it is typed.
[[nodiscard]] std::optional<std::string> readLineFromTerminal(const std::string& prompt);
/// That something is open under this number. Asked before the program opens anything itself: a number that nothing has
/// yet may come to be that of a journal, and its first bytes a passphrase.
[[nodiscard]] bool isOpen(int descriptor);
/// Where the program was started without standard input, output or errors, nothing that it opens comes to be one of
/// them from now on; to read or to write there fails as before. Called before anything is opened.
void openStandardStreams();
/// The first line of an open descriptor, without its end. Empty on failure. Wipe what it answers.
[[nodiscard]] std::optional<std::string> readLine(int descriptor);

/// Where no message bus of this person's is named, by the environment, its folder or the home, none is begun for the
/// sake of this program: a program more for a window to wait for, and nobody on it to speak with. Called before any
/// thread, since it changes the environment.
void startNoBus();

/// A display that the environment names and that answers, with the line on which it did. Asked for before the
/// application is made, since one that finds no display aborts, and held until it is: an X server whose last line ends
/// begins anew, and turns away whoever comes meanwhile.
class Display {
 public:
  /// Empty when none answers. Where the environment asks for a platform without one (offscreen), there is no line.
  [[nodiscard]] static std::optional<Display> find();
  Display(Display&& other) noexcept : m_line(std::exchange(other.m_line, -1)) {}
  Display& operator=(Display&&) = delete;
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;
  ~Display();

 private:
  explicit Display(int line) : m_line(line) {}
  int m_line;
};

/// The running program.
[[nodiscard]] std::filesystem::path executablePath();
/// Where a person's journals lie unless said otherwise; not created here.
[[nodiscard]] std::filesystem::path dataFolder();
/// Where settings lie; not created here.
[[nodiscard]] std::filesystem::path configFolder();
/// State of the application that may be lost without loss of words (last-seen counters); not created here.
[[nodiscard]] std::filesystem::path stateFolder();
/// Makes the folder, and those that it lies in where they are not there, each for its owner alone (0700, as the XDG
/// Base Directory Specification asks). What is there already keeps its rights.
[[nodiscard]] std::error_code makeOwnFolder(const std::filesystem::path& folder);
/// The `content` folder: beside the installed program, there or not; that of the source tree for a program that lies in
/// the build tree it was built in, and for no other.
[[nodiscard]] std::filesystem::path contentFolder();

}  // namespace footbridge::platform

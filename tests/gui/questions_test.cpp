// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/questions.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QSet>
#include <QTemporaryDir>
#include <QTimer>

#include "catch.h"

using namespace footbridge::gui;

namespace {

/// A file that this process has locked as SQLite does.
class LockedFile {
 public:
  explicit LockedFile(const QString& path)
      : m_file(::open(QFile::encodeName(path), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    struct flock wish {};
    wish.l_type = F_WRLCK;
    REQUIRE(::fcntl(m_file, F_SETLK, &wish) == 0);
  }
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;
  ~LockedFile() { ::close(m_file); }

  /// As another process sees it.
  [[nodiscard]] bool isLocked() const {
    const pid_t child = ::fork();
    if (child == 0) {
      struct flock seen {};
      seen.l_type = F_WRLCK;
      ::_exit(::fcntl(m_file, F_GETLK, &seen) == 0 && seen.l_type == F_WRLCK ? 0 : 1);
    }
    int state = 0;
    return ::waitpid(child, &state, 0) == child && WIFEXITED(state) && WEXITSTATUS(state) == 0;
  }

 private:
  int m_file;
};

/// While it lives, a file dialog is looked at for a while, and then called off.
class LookAndLeave {
 public:
  LookAndLeave() {
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
      auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
      if (dialog == nullptr) return;
      if (!m_since.isValid()) m_since.start();
      if (!m_since.hasExpired(kLook)) return;
      m_folder = dialog->directory().absolutePath();
      dialog->reject();
    });
    m_timer.start(10);
  }
  [[nodiscard]] bool hasLooked() const { return m_since.isValid(); }
  [[nodiscard]] const QString& folder() const { return m_folder; }

 private:
  static constexpr int kLook = 400;  // milliseconds; the files of a folder are gone through beside the window
  QTimer m_timer;
  QElapsedTimer m_since;
  QString m_folder;
};

}  // namespace

TEST_CASE("where the folder to look in is not there, a file dialog begins at home") {
  const QTemporaryDir folder;
  const LookAndLeave looker;
  CHECK_FALSE(WindowQuestions(nullptr).pickFile(FileFor::Journal, folder.filePath(QStringLiteral("none"))).has_value());
  CHECK(looker.folder() == QDir::homePath());
}

TEST_CASE("a file dialog opens none of the files that it shows, so that the journal stays locked") {
  const QTemporaryDir folder;
  const LockedFile journal(folder.filePath(QStringLiteral("journal.footbridge")));
  WindowQuestions questions(nullptr);
  const auto look = [&](const auto& ask) {
    const LookAndLeave looker;
    CHECK_FALSE(ask().has_value());
    CHECK(looker.hasLooked());
    CHECK(journal.isLocked());
  };
  look([&] { return questions.pickFile(FileFor::Copy, folder.path()); });
  look([&] {
    return questions.pickNewFile(QStringLiteral("Save"), folder.filePath(QStringLiteral("taken along.json")));
  });
}

TEST_CASE("each file that is looked for has a title of its own, and is never called a journal where it is none") {
  QSet<QString> titles;
  for (const FileFor what : {FileFor::Journal, FileFor::Backup, FileFor::Copy, FileFor::Import}) {
    const PickerWords words = pickerWords(what);
    titles.insert(words.title);
    CHECK_FALSE(words.accept.isEmpty());
    CHECK(words.filter.contains(QStringLiteral("(*)")));  // a file may bear any name
  }
  CHECK(titles.size() == 4);
  CHECK(pickerWords(FileFor::Import).filter.contains(QStringLiteral("*.json")));
  CHECK_FALSE(pickerWords(FileFor::Backup).title.contains(QStringLiteral("Open")));
}

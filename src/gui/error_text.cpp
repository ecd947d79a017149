// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <array>
#include <string_view>
#include <utility>

namespace footbridge::gui {
namespace {

struct Words {
  ErrorKind kind;
  const char* text;  ///< %1: the subject, %2: the number, where there is one
};

// QT_TRANSLATE_NOOP marks the sentences for the translators' tools.
constexpr std::array<Words, 22> kWords{{
    {ErrorKind::NotFound,
     QT_TRANSLATE_NOOP("Error",
                       "“%1” is not there. It may have been moved or renamed. Look for it, or begin a new one.")},
    {ErrorKind::AlreadyExists,
     QT_TRANSLATE_NOOP("Error", "“%1” is there already and was left as it is. Choose another name.")},
    {ErrorKind::WrongPassphrase,
     QT_TRANSLATE_NOOP("Error",
                       "That passphrase does not open it. Nothing was changed. Try again, or use your recovery code.")},
    {ErrorKind::WrongCode,
     QT_TRANSLATE_NOOP(
         "Error", "That recovery code does not open it. Nothing was changed. Check it group by group and try again.")},
    {ErrorKind::WeakPassphrase,
     QT_TRANSLATE_NOOP(
         "Error",
         "That one would be easy to guess. A few words that do not belong together are good. Try a longer one.")},
    {ErrorKind::Locked, QT_TRANSLATE_NOOP("Error", "This part is locked. Open it with its passphrase first.")},
    {ErrorKind::NotProtected,
     QT_TRANSLATE_NOOP("Error", "This part has no passphrase yet. Set one first, so that nobody else can read it.")},
    {ErrorKind::Invalid,
     QT_TRANSLATE_NOOP("Error", "That does not fit here. Nothing was changed. Try it another way.")},
    {ErrorKind::NewerFormat,
     QT_TRANSLATE_NOOP(
         "Error",
         "“%1” was written by a newer Footbridge (format %2). It is safe and was not touched. Open it with that one.")},
    {ErrorKind::NotAJournal,
     QT_TRANSLATE_NOOP("Error", "“%1” is not a Footbridge journal. It was not touched. Choose another file.")},
    {ErrorKind::NetworkFileSystem,
     QT_TRANSLATE_NOOP("Error",
                       "That folder lies on a network, where a journal is not safe. Choose a folder on this laptop.")},
    {ErrorKind::ReadOnly, QT_TRANSLATE_NOOP("Error",
                                            "This journal can be read here but not changed. Your words so far are "
                                            "safe. To go on, copy it to a folder of your own.")},
    {ErrorKind::NotAllowed, QT_TRANSLATE_NOOP("Error", "That cannot be done at this point. Nothing was changed.")},
    {ErrorKind::Damaged, QT_TRANSLATE_NOOP("Error",
                                           "Part of this journal cannot be read, and nothing in it was changed. Keep "
                                           "the file as it is, make a copy, and look for an older copy.")},
    {ErrorKind::RolledBack, QT_TRANSLATE_NOOP("Error",
                                              "This journal is older than the one last seen on this laptop. Nothing "
                                              "was changed. If you put an old copy back, that is why.")},
    {ErrorKind::InUse,
     QT_TRANSLATE_NOOP(
         "Error",
         "This journal is open in another window. Your words there are safe. Close that one, then try again.")},
    {ErrorKind::DiskFull, QT_TRANSLATE_NOOP("Error",
                                            "The disk is full. What was saved before is safe; the last words are still "
                                            "on the screen. Make some room, then try again.")},
    {ErrorKind::DiskFailed, QT_TRANSLATE_NOOP("Error",
                                              "The disk did not take it. What was saved before is safe; the last words "
                                              "are still on the screen. Try again in a moment.")},
    {ErrorKind::BadImport,
     QT_TRANSLATE_NOOP("Error",
                       "“%1” could not be taken in. Your journal is as it was. Choose a JSON file "
                       "that Footbridge wrote.")},
    {ErrorKind::AnotherJournal,
     QT_TRANSLATE_NOOP("Error",
                       "“%1” is another journal, not a copy of this one. Both are as they were. To bring things over, "
                       "export them there and import them here.")},
    {ErrorKind::OtherPassphrase,
     QT_TRANSLATE_NOOP("Error",
                       "That copy has a passphrase of its own. Nothing was changed. Type the one that %1 used then.")},
    {ErrorKind::BadContent,
     QT_TRANSLATE_NOOP(
         "Error",
         "One exercise file could not be used: “%1”. Your journal is safe. Install Footbridge again to get it back.")},
}};

/// For failures of a kind that need other words.
struct Particular {
  ErrorKind kind;
  std::string_view fact;  ///< in the error's place or detail
  const char* text;
};
constexpr std::array<Particular, 3> kParticular{{
    {ErrorKind::NotFound, kMoved,
     QT_TRANSLATE_NOOP(
         "Error",
         "“%1” was moved or removed while it was open. What was saved before is in it; the last words are "
         "still on the screen. Put it back, then try again.")},
    {ErrorKind::DiskFailed, kCreate,
     QT_TRANSLATE_NOOP("Error",
                       "“%1” cannot be made in that folder. Nothing was changed. Choose a folder of your own.")},
    {ErrorKind::DiskFailed, kReopen,
     QT_TRANSLATE_NOOP("Error",
                       "The disk failed while it was writing. What was saved before is safe, and to keep it so nothing "
                       "more is written for now. The last words are still on the screen: copy them, then close "
                       "Footbridge and open it again.")},
}};

const char* wordsFor(const Error& error) {
  for (const auto& [kind, fact, text] : kParticular) {
    if (kind == error.kind && (fact == error.place || fact == error.detail)) return text;
  }
  for (const auto& [kind, text] : kWords) {
    if (kind == error.kind) return text;
  }
  return QT_TRANSLATE_NOOP("Error", "Something did not work. What was saved before is safe. Try again in a moment.");
}

/// Of a file, its name alone: the folders are nobody's business who looks at the screen.
QString subjectOf(const Error& error) {
  const QString subject = QString::fromStdString(error.subject);
  return subject.contains(u'/') ? QFileInfo(subject).fileName() : subject;
}

}  // namespace

QString errorText(const Error& error) {
  QString sentence = QCoreApplication::translate("Error", wordsFor(error));
  const QString subject = subjectOf(error);
  sentence.replace(QStringLiteral("%1"),
                   subject.isEmpty() ? QCoreApplication::translate("Error", "This file") : subject);
  return sentence.replace(QStringLiteral("%2"), QString::number(error.number));
}

QString unsavedText(const Error& error) {
  const auto say = [](const char* text) { return QCoreApplication::translate("Error", text); };
  switch (error.kind) {
    case ErrorKind::DiskFull:
      return say("Nothing is lost: your words are here. The disk is full. Free some space, then press Save again.");
    case ErrorKind::DiskFailed:
      return say(
          "Nothing is lost: your words are here. The disk did not take them. If the journal is on a stick, look "
          "whether "
          "it is plugged in well; then press Save again. Until it works, leave this window open.");
    case ErrorKind::NotFound:
      return say(
          "Nothing is lost: your words are here. The journal’s file is gone from its place. Put it back, or plug the "
          "stick in again; then press Save again. Until then, leave this window open.");
    case ErrorKind::ReadOnly:
      return say(
          "Your words are here, and this journal cannot be changed. Copy them to a place of your own before you "
          "leave.");
    default:
      return say("That is not kept yet; your words are still here.") + QLatin1Char(' ') + errorText(error);
  }
}

}  // namespace footbridge::gui

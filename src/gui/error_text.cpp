// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <array>
#include <string_view>
#include <utility>

#include "domain/put_aside.h"
#include "practice/answer_rules.h"

namespace footbridge::gui {
namespace {

struct Words {
  ErrorKind kind;
  const char* text;  ///< %1: the subject, %2: the number, where there is one
};

// QT_TRANSLATE_NOOP marks the sentences for the translators' tools.
constexpr std::array<Words, 22> kWords{{
    {ErrorKind::NotFound,
     QT_TRANSLATE_NOOP(
         "Error", "“%1” is not there. A file that was moved or renamed is not lost. Look for it, or begin a new one.")},
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
         "That one would be easy to guess. Nothing has changed yet. Try a longer one: a few words that do not belong "
         "together are good.")},
    {ErrorKind::Locked, QT_TRANSLATE_NOOP("Error", "This part is locked and safe. Open it with its passphrase first.")},
    {ErrorKind::NotProtected,
     QT_TRANSLATE_NOOP(
         "Error",
         "This part has no passphrase yet. Nothing was changed. Set one first, so that nobody else can read it.")},
    {ErrorKind::Invalid,
     QT_TRANSLATE_NOOP("Error", "That does not fit here. Nothing was changed. Try it another way.")},
    {ErrorKind::NewerFormat,
     QT_TRANSLATE_NOOP(
         "Error",
         "“%1” was written by a newer Footbridge (format %2). It is safe and was not touched. Open it with that one.")},
    {ErrorKind::NotAJournal,
     QT_TRANSLATE_NOOP("Error", "“%1” is not a Footbridge journal. It was not touched. Choose another file.")},
    {ErrorKind::NetworkFileSystem,
     QT_TRANSLATE_NOOP(
         "Error",
         "That folder lies on a network, where a journal could be harmed. Nothing was changed. Choose a folder on this "
         "laptop.")},
    {ErrorKind::ReadOnly, QT_TRANSLATE_NOOP("Error",
                                            "This journal can be read here but not changed. Your words so far are "
                                            "safe. To go on, copy it to a folder of your own.")},
    {ErrorKind::NotAllowed,
     QT_TRANSLATE_NOOP("Error",
                       "That cannot be done at this point. Nothing was changed. Go back, and try it another way.")},
    {ErrorKind::Damaged, QT_TRANSLATE_NOOP("Error",
                                           "Part of this journal cannot be read. Nothing in it was changed. Keep the "
                                           "file as it is, and bring a backup back beside it.")},
    {ErrorKind::RolledBack,
     QT_TRANSLATE_NOOP("Error",
                       "This journal is older than the one last seen on this laptop. Nothing "
                       "was changed. If you put it back yourself, go on with it; if not, look for "
                       "the newer one.")},
    {ErrorKind::InUse,
     QT_TRANSLATE_NOOP(
         "Error",
         "This journal is open in another window. Your words there are safe. Close that one, then try again.")},
    {ErrorKind::DiskFull,
     QT_TRANSLATE_NOOP("Error", "The disk is full. What was saved before is safe. Make some room, then try again.")},
    {ErrorKind::DiskFailed,
     QT_TRANSLATE_NOOP("Error", "The disk did not take it. What was saved before is safe. Try again in a moment.")},
    {ErrorKind::BadImport,
     QT_TRANSLATE_NOOP("Error",
                       "“%1” could not be taken in. Your journal is as it was. Choose a file that "
                       "came from “Everything, to take along”.")},
    {ErrorKind::AnotherJournal,
     QT_TRANSLATE_NOOP("Error",
                       "“%1” is another journal, not a copy of this one. Both are as they were. To bring words over, "
                       "open that one and press “Everything, to take along”. Then press “Bring in a file” here.")},
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
  std::string_view fact;  ///< the error's subject, place or detail
  const char* text;
};
constexpr std::array kParticular{
    Particular{ErrorKind::DiskFailed, kOverwritten,
               QT_TRANSLATE_NOOP("Error",
                                 "Another program has put another file in the place of “%1” while it was open. That "
                                 "file was not touched, and your words on this page are still here. Press F8, wait a "
                                 "moment, and press F8 again: the file is opened anew, and your words come along.")},
    Particular{ErrorKind::NotFound, kMoved,
               QT_TRANSLATE_NOOP("Error",
                                 "“%1” was moved or removed while it was open. What was saved before is in it, "
                                 "wherever it is now. Put it back, "
                                 "then try again.")},
    Particular{
        ErrorKind::NotFound, "folder",
        QT_TRANSLATE_NOOP("Error", "The folder for “%1” is not there. Nothing was changed. Choose another folder.")},
    Particular{
        ErrorKind::NotFound, "entry",
        QT_TRANSLATE_NOOP("Error", "That is not here any more. Everything else is as it was. Go back to Our story.")},
    Particular{
        ErrorKind::NotFound, "sitting",
        QT_TRANSLATE_NOOP("Error", "That is not here any more. Everything else is as it was. Go back to Our story.")},
    Particular{ErrorKind::NotFound, "step",
               QT_TRANSLATE_NOOP("Error",
                                 "This exercise reads otherwise since you began it, so it cannot go on from there. "
                                 "What you wrote is in Our story. You can begin it again.")},
    Particular{ErrorKind::NotFound, "line",
               QT_TRANSLATE_NOOP("Error",
                                 "That line was taken back already. Nothing more was changed. Go back to Our story.")},
    Particular{
        ErrorKind::InUse, kBeingMade,
        QT_TRANSLATE_NOOP("Error",
                          "A backup of another copy of this journal is being made just now. Your journal is safe. "
                          "Try again in a moment.")},
    Particular{ErrorKind::ReadOnly, kNotClosed,
               QT_TRANSLATE_NOOP("Error",
                                 "“%1” was not closed properly, as when the power goes. Nothing was changed, and what "
                                 "was saved in it is safe. Open it once by itself, then try again. If you copy it "
                                 "first, take along the file beside it that ends in “-journal”.")},
    Particular{ErrorKind::NotAJournal, kInTheWay,
               QT_TRANSLATE_NOOP("Error",
                                 "“%1” has a name that belongs to your journal, and it is something else. Nothing was "
                                 "changed. Move it away, then try again.")},
    Particular{ErrorKind::NotAllowed, kSideName,
               QT_TRANSLATE_NOOP("Error",
                                 "A name that ends like “%1” belongs to a file beside a journal, and could be taken "
                                 "away one day. Nothing was changed. Choose a name with another ending.")},
    Particular{ErrorKind::DiskFailed, kNameTooLong,
               QT_TRANSLATE_NOOP("Error",
                                 "The name “%1” is too long for this disk. Nothing was changed. Choose a shorter "
                                 "name.")},
    Particular{
        ErrorKind::NotAJournal, "backup",
        QT_TRANSLATE_NOOP("Error", "“%1” is no backup of a journal. Your journal is as it was. Choose another file.")},
    Particular{ErrorKind::Damaged, "backup",
               QT_TRANSLATE_NOOP("Error",
                                 "This backup is damaged, and was not used. Your journal is as it was. Choose the one "
                                 "of another day.")},
    Particular{
        ErrorKind::Damaged, "waiting",
        QT_TRANSLATE_NOOP("Error",
                          "Something of yours that came with another copy is damaged, so not all of it can be "
                          "taken in. What was here before is as it was. If you have that copy, join it once more "
                          "while you are here.")},
    Particular{ErrorKind::WrongPassphrase, kOfBefore,
               QT_TRANSLATE_NOOP("Error",
                                 "This one is from before your partner let you back in. What you wrote with it is "
                                 "safe: it was put aside, and only you can open it. Your words since then have a "
                                 "passphrase of their own. To have all of them together, press “I have forgotten it”, "
                                 "and type this one in place of a code.")},
    Particular{ErrorKind::WrongPassphrase, "another copy",
               QT_TRANSLATE_NOOP("Error",
                                 "That did not open the copy. Nothing is lost. Try the passphrase that it had then.")},
    Particular{ErrorKind::Locked, "aside",
               QT_TRANSLATE_NOOP("Error",
                                 "This code opens your words from before, and they are safe. Type the passphrase of "
                                 "today as well.")},
    Particular{ErrorKind::Locked, "put aside",
               QT_TRANSLATE_NOOP("Error",
                                 "These words belong with those that were put aside, and they are safe. They come in "
                                 "when those are brought back with their code.")},
    Particular{ErrorKind::Invalid, "length",
               QT_TRANSLATE_NOOP("Error",
                                 "Your words are still here. They are more than fits in one place. Make two of them.")},
    Particular{ErrorKind::Invalid, "colour",
               QT_TRANSLATE_NOOP("Error", "Nothing was changed. Your partner has that colour. Choose another one.")},
    Particular{
        ErrorKind::NotAllowed, "closed",
        QT_TRANSLATE_NOOP("Error",
                          "This one is there to be read, and is safe. Nobody can go on with it: a part of it was "
                          "put aside or taken out. Begin it anew.")},
    Particular{
        ErrorKind::NotAllowed, "partners",
        QT_TRANSLATE_NOOP("Error",
                          "Nothing was changed. The names in that file are not those of this journal. If it is of "
                          "other people, it does not belong here. If a name was changed since, put the old one back "
                          "in Settings, bring the file in, and change the name again.")},
    Particular{
        ErrorKind::NotAllowed, "of two",
        QT_TRANSLATE_NOOP("Error",
                          "That file is of two people, and this journal is of one. Nothing was changed. Go to the "
                          "journal that it came from, take along only your own part, and bring that in here.")},
    Particular{ErrorKind::NotAllowed, "gone",
               QT_TRANSLATE_NOOP("Error",
                                 "Somebody whose part is in that copy is not in this journal. Nothing was changed, and "
                                 "the copy is safe. Open it, take along only your own part, and bring that in here.")},
    Particular{ErrorKind::NotAllowed, "begun anew",
               QT_TRANSLATE_NOOP("Error",
                                 "Somebody took out their part and joined again after one of the two copies was made. "
                                 "Nothing was changed, and both are safe. Open the other copy by itself to read it.")},
    Particular{ErrorKind::NotAllowed, "left out",
               QT_TRANSLATE_NOOP("Error",
                                 "Words that waited in that copy, or were put aside there, are missing. Nothing was "
                                 "changed here. Open that copy by itself, in a folder of your own, and go on there. "
                                 "Then join it.")},
    Particular{ErrorKind::NotAllowed, "own part",
               QT_TRANSLATE_NOOP("Error",
                                 "That file holds one person’s own words. Nothing was changed. Only they can bring it "
                                 "in: go in as that person first.")},
    Particular{ErrorKind::NotAllowed, "same file",
               QT_TRANSLATE_NOOP("Error",
                                 "That is the journal that is open now. Nothing was changed. Choose the other copy.")},
    Particular{ErrorKind::NotAllowed, "older format",
               QT_TRANSLATE_NOOP("Error",
                                 "That copy is from an older Footbridge. Nothing was changed. Open it once by itself, "
                                 "then try again.")},
    Particular{ErrorKind::NotAllowed, "two",
               QT_TRANSLATE_NOOP("Error",
                                 "There are two of you in this journal already. Nothing was changed. A third "
                                 "person can begin a journal of their own.")},
    Particular{ErrorKind::NotAllowed, "alone",
               QT_TRANSLATE_NOOP("Error",
                                 "This needs two, and this journal is of one person. Nothing was changed. "
                                 "Somebody can join under Settings, Your journal.")},
    Particular{ErrorKind::NotAllowed, "aside",
               QT_TRANSLATE_NOOP("Error",
                                 "Words were put aside too often already; they are all safe. Bring one part back with "
                                 "its code first.")},
    Particular{ErrorKind::DiskFailed, kCreate,
               QT_TRANSLATE_NOOP("Error",
                                 "“%1” cannot be made in that folder. Nothing was changed. Choose a folder of your "
                                 "own.")},
    Particular{ErrorKind::DiskFailed, "memory",
               QT_TRANSLATE_NOOP("Error",
                                 "This laptop is short of memory just now. Nothing was changed. Close another program, "
                                 "then try again.")},
    Particular{
        ErrorKind::DiskFailed, kReopen,
        QT_TRANSLATE_NOOP("Error",
                          "The disk failed while it was writing. What was saved before is safe, and to keep it "
                          "so nothing more is written until it is opened anew. Press F8, wait a moment, and press F8 "
                          "again. If it fails again, Settings, Your journal says where the file is: close Footbridge, "
                          "copy it to another disk, and open it there.")},
};

const char* wordsFor(const Error& error) {
  if (error.detail == kHalfErased) {
    return QT_TRANSLATE_NOOP("Error",
                             "Your part is still in this journal, and may be gone from some of its backups already. "
                             "Nothing else was changed. Look whether the disk has room, then take it out again: that "
                             "finishes it.");
  }
  for (const auto& [kind, fact, text] : kParticular) {
    if (kind == error.kind && (fact == error.subject || fact == error.place || fact == error.detail)) return text;
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
      // A new process opens it anew, and takes along what this one could not keep.
      if (error.detail == kOverwritten) return errorText(error);
      if (error.place == kReopen) {
        return say(
            "Nothing is lost: your words are here. The disk failed while it was writing, so nothing more goes into "
            "this journal until it is opened anew. Press F8, wait a moment, and press F8 again: your words come "
            "along. If it fails again, leave this window open, and copy your words to a place of your own.");
      }
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
    case ErrorKind::Invalid:
      // One step takes one answer: whoever wrote it cannot make two of it there.
      if (error.detail == "length") {
        return say("Your words are still here. They are more than fits in one place: %1 letters, about 3,500 words. "
                   "Make them shorter, or copy a part of them to a place of your own.")
            .arg(QLocale().toString(static_cast<int>(practice::kLongestText)));
      }
      [[fallthrough]];
    default:
      return say("That is not kept yet; your words are still here.") + QLatin1Char(' ') + errorText(error);
  }
}

QString stillThereText(const Error& error) {
  if (error.detail == kHalfErased) return errorText(error);
  return QCoreApplication::translate("Error", "This has not gone yet. Nothing else has changed.") + QLatin1Char(' ') +
         errorText(error);
}

}  // namespace footbridge::gui

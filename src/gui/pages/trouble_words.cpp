// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pages/trouble_words.h"

#include <QCoreApplication>

#include "gui/calendar.h"
#include "gui/dialogs/privacy_words.h"
#include "gui/error_text.h"

namespace footbridge::gui {
namespace {

QString say(const char* text) {
  return QCoreApplication::translate("Trouble", text);
}

QString lookForIt() {
  return say("Look for it…");
}
QString openAnother() {
  return say("Open another journal…");
}

TroubleWords older(const Error& error) {
  return {say("An older copy lies here"),
          olderCopyText(error) + QLatin1Char(' ') + say("It is whole, and nothing in it was changed."),
          say("If you put it here yourself, go on with it. If not, the newer one may lie somewhere else: in another "
              "folder, on a stick, or among the backups."),
          {WayOn::Another, WayOn::Backup, WayOn::GoOn},
          say("Look for the newer one…")};
}

TroubleWords leftOut(const Error& error) {
  return {say("Something is missing from this file"),
          leftOutText(error),
          leftOutAdvice(error),
          {WayOn::Another, WayOn::Backup, WayOn::GoOn},
          openAnother()};
}

TroubleWords gone(std::optional<Day> lastBackup) {
  const QString backup =
      lastBackup ? QLatin1Char(' ') + say("The newest good backup is from %1.").arg(longDayWords(*lastBackup))
                 : QString();
  return {say("Your journal is not where it was"),
          say("A file that was moved or renamed is not lost. Nothing was changed.") + backup,
          say("If it is on a stick or another disk, plug that in and try again. Or look for it, or bring a backup "
              "back."),
          {WayOn::Another, WayOn::Again, WayOn::Backup},
          lookForIt()};
}

TroubleWords damaged(std::optional<Day> lastBackup) {
  const QString backup = lastBackup ? say("The newest good backup is from %1.").arg(longDayWords(*lastBackup))
                                    : say("No backup of it was found on this laptop.");
  return {say("Part of this journal cannot be read"),
          say("Nothing was changed.") + QLatin1Char(' ') + backup,
          lastBackup ? say("Keep this file as it is: what is in it may still be mended. Then bring a backup back, "
                           "beside it. A backup opens with the passphrase of its day.")
                     : say("Keep this file as it is: what is in it may still be mended. Then look for a copy that you "
                           "made, or for one on another laptop or a stick."),
          {WayOn::Backup, WayOn::Again, WayOn::Another},
          openAnother()};
}

TroubleWords newer(const Error& error) {
  return {say("A newer Footbridge wrote this"),
          say("Your journal is safe. It was not touched."),
          say("This program is too old to read it without harm. Open it with the newer one, which knows format %1.")
              .arg(error.number),
          {WayOn::Another, WayOn::Again},
          openAnother()};
}

TroubleWords inUse() {
  return {say("It is open in another window"),
          say("Your words there are safe."),
          say("Close the other window, then try again. After a crash it can take a few seconds."),
          {WayOn::Again, WayOn::Another},
          openAnother()};
}

TroubleWords onNetwork() {
  return {say("That folder lies on a network"),
          say("Your journal was not touched."),
          say("A journal is only safe on a disk of this laptop. Copy the file to a folder here, and open the copy."),
          {WayOn::Another, WayOn::Again},
          openAnother()};
}

TroubleWords inTheWay(const Error& error) {
  return {say("Something is in the way"),
          say("Your journal was not touched."),
          errorText(error),
          {WayOn::Again, WayOn::Another},
          openAnother()};
}

TroubleWords notOurs(std::optional<Day> lastBackup) {
  if (lastBackup) {
    return {say("This is no journal any more"),
            say("A journal lay here, and its newest good backup is from %1. Nothing was changed.")
                .arg(longDayWords(*lastBackup)),
            say("Bring the backup back, beside this file. It opens with the passphrase of its day. Or look for the "
                "journal in another place."),
            {WayOn::Backup, WayOn::Another},
            lookForIt()};
  }
  return {say("This is another kind of file"),
          say("It is not a Footbridge journal. It was not touched."),
          say("A journal’s name usually ends in “.footbridge”."),
          {WayOn::Another, WayOn::Backup},
          lookForIt()};
}

/// It lies where it was, and only its name is in the way.
TroubleWords badlyNamed() {
  return {say("The name is too long"),
          say("Your journal was not touched."),
          say("Give the file a shorter name in your file manager, then open it here."),
          {WayOn::Another, WayOn::Again},
          openAnother()};
}

TroubleWords diskRefused(const Error& error) {
  const bool full = error.kind == ErrorKind::DiskFull;
  return {full ? say("The disk is full") : say("The disk did not answer"),
          say("What was saved before is safe."),
          full ? say("Free some space on this laptop, then try again.")
               : say("Try again in a moment. If the journal is on a stick, look whether it is plugged in well."),
          {WayOn::Again, WayOn::Another, WayOn::Backup},
          openAnother()};
}

}  // namespace

TroubleWords troubleWords(const Error& error, std::optional<Day> lastBackup) {
  switch (error.kind) {
    case ErrorKind::RolledBack:
      return isLeftOut(error) ? leftOut(error) : older(error);
    case ErrorKind::NotFound:
      return gone(lastBackup);
    case ErrorKind::Damaged:
      return damaged(lastBackup);
    case ErrorKind::NewerFormat:
      return newer(error);
    case ErrorKind::InUse:
      return inUse();
    case ErrorKind::NetworkFileSystem:
      return onNetwork();
    case ErrorKind::NotAJournal:
      return error.detail == kInTheWay ? inTheWay(error) : notOurs(lastBackup);
    case ErrorKind::DiskFull:
    case ErrorKind::DiskFailed:
      return error.detail == kNameTooLong ? badlyNamed() : diskRefused(error);
    default:
      return {say("This journal did not open"),
              say("Nothing in it was changed."),
              errorText(error),
              {WayOn::Again, WayOn::Another, WayOn::Backup},
              openAnother()};
  }
}

}  // namespace footbridge::gui

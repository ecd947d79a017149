// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/privacy_words.h"

#include <QCoreApplication>

#include "domain/put_aside.h"
#include "gui/error_text.h"

namespace footbridge::gui {
namespace {

QString say(const char* words) {
  return QCoreApplication::translate("footbridge::gui::PrivacyWords", words);
}

constexpr double kVeryWeakLog10 = 4.0;
constexpr double kVeryStrongLog10 = 11.0;

}  // namespace

QString refusalText(const Error& error) {
  switch (error.kind) {
    case ErrorKind::WrongPassphrase:
      if (error.detail == kOfBefore) return errorText(error);
      return say(
          "That did not open it. Nothing is lost. Try once more, a little slower; Show lets you see what you type.");
    case ErrorKind::WrongCode:
      return say("That code did not open it. Nothing is lost. Look at it once more: an 8 can look like a B.");
    case ErrorKind::WeakPassphrase:
      return say("This one would be found too soon. Nothing has changed yet. Add another word and try again.");
    case ErrorKind::RolledBack:
      if (isLeftOut(error)) return leftOutText(error) + QLatin1Char(' ') + leftOutAdvice(error);
      return olderCopyText(error) + QLatin1Char(' ') +
             say("It is whole, and nothing in it was changed. If you put it here yourself, go on with it. If not, the "
                 "newer one may lie somewhere else.");
    default:
      return errorText(error);
  }
}

QString olderCopyText(const Error& error) {
  if (error.number <= 0) return say("This copy is older than the one last used here.");
  if (error.number == 1) return say("This copy is older than the one last used here: one note fewer.");
  return say("This copy is older than the one last used here: %1 notes fewer.").arg(error.number);
}

QString leftOutText(const Error& error) {
  if (error.detail == kAsideLeftOut)
    return say(
        "Something is missing here: the words that were put aside, which wait for their code. They were taken "
        "out of this file, or changed. The rest that was looked at is whole. Nothing was changed now.");
  return say(
      "Something is missing here: words from another copy, which wait for one of you. They were taken out of "
      "this file, or changed. The rest that was looked at is whole. Nothing was changed now.");
}

QString leftOutAdvice(const Error& error) {
  if (error.detail == kAsideLeftOut)
    return say("An older copy or a backup may still have them. You can go on without them.");
  return say("If you still have the copy they came from, keep it. Go on here, and then join it once more.");
}

QString ownerText(const QString& name, bool isLocked) {
  return isLocked ? QObject::tr("Only %1 can read this").arg(name) : QObject::tr("%1’s own, not locked yet").arg(name);
}

bool isLocked(const VaultDoor& doors, PartnerId owner) {
  return doors.door(vaultOf(owner)) != DoorState::Open;
}

QString strengthText(const PassphraseStrength& strength) {
  if (strength.guessesLog10 < kVeryWeakLog10) return say("Quick to guess so far. Add a word or two.");
  if (!strength.enough()) return say("Not enough yet: somebody with time could find it. One more word will help.");
  if (strength.guessesLog10 < kVeryStrongLog10) return say("Good. This is hard to guess.");
  return say("This is very hard to guess.");
}

QString tooLongText() {
  return QObject::tr("This is longer than a passphrase can be. Leave some of it out.");
}

QString codeLettersText() {
  return QObject::tr("There is no I, L, O or U in it. If you see one, it is a 1, a 0 or a V.");
}

}  // namespace footbridge::gui

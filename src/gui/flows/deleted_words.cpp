// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/deleted_words.h"

#include <QCoreApplication>

#include "gui/calendar.h"
#include "gui/flows/entry_words.h"
#include "gui/look/look.h"

namespace footbridge::gui {
namespace {

QString sayDeleted(const char* text) {
  return QCoreApplication::translate("Deleted", text);
}

QString deletedKind(const Entry& entry) {
  if (std::holds_alternative<Agreement>(entry.body)) return sayDeleted("Something you agreed on");
  if (std::holds_alternative<Viewing>(entry.body)) return sayDeleted("Something to watch together");
  return entry.vault == VaultId::Ours ? sayDeleted("A line for both") : sayDeleted("A line just for me");
}

QString deletedText(const EntryBody& body, const Couple& couple, Day today) {
  if (const auto* note = std::get_if<Note>(&body)) return QString::fromStdString(note->text);
  if (const auto* viewing = std::get_if<Viewing>(&body)) return QString::fromStdString(viewing->title);
  const auto* agreement = std::get_if<Agreement>(&body);
  if (agreement == nullptr) return {};
  const QString detail = agreementDetail(*agreement, couple, today);
  const QString what = QString::fromStdString(agreement->what);
  return detail.isEmpty() ? what : what + QLatin1Char('\n') + detail;
}

}  // namespace

DeletedView deletedView(const Entry& entry, const Couple& couple, Day today) {
  DeletedView view{entry.id};
  view.kind = deletedKind(entry);
  view.when = sayDeleted("From %1. Thrown away %2.")
                  .arg(agoWords(localDay(entry.made), today), agoWords(localDay(entry.changed), today));
  view.words = deletedText(entry.body, couple, today);
  view.covered = ownerOf(entry.vault).has_value();
  view.tint = look::tintOf(entry.vault);
  return view;
}

}  // namespace footbridge::gui

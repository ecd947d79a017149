// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "domain/error.h"
#include "gui/pages/entry_page_view.h"

namespace footbridge::gui {

namespace Ui {
class EntryPage;
}

/// One thing of the story to read: a note, an agreement and what became of it, or a sitting side by side.
class EntryPage : public QWidget {
  Q_OBJECT

 public:
  explicit EntryPage(QWidget* parent = nullptr);
  ~EntryPage() override;

  /// What the way back is called, and where it leads.
  void showWayBack(const QString& words);
  void showEntry(const EntryView& entry);
  /// After agreementMarked() was kept.
  void showMarked(AgreementState state);
  void showRefusal(const Error& error);
  /// It was removed: nothing of it stays here, and leaving the page removes nothing more.
  void showGone();
  /// One calm line about what was just done.
  void showNotice(const QString& words);
  /// What was thrown away goes now, as when the page is left. False where whoever was asked for it did not say
  /// showGone(): then it stands here still, to be brought back or tried again.
  bool settle();
  /// No word of anything stays.
  void clear();

 Q_SIGNALS:
  void backAsked();  ///< also by itself, where somebody comes back to what is gone
  void agreementMarked(footbridge::EntryId id, footbridge::AgreementState state);
  void editAsked(footbridge::EntryId id);
  void openLinesAsked(footbridge::EntryId id);
  void goOnAsked();  ///< with the sitting that was left
  /// Thrown away, and not brought back before the page was left; answered by showGone() or showRefusal().
  void removeAsked(footbridge::EntryId id);
  void removeForGoodAsked(footbridge::EntryId id);
  void versionAsked(footbridge::EntryId id, int earlier);  ///< the words of an earlier version are to stand again
  void takeBackAsked(const footbridge::StepId& step);      ///< what the reader opened there

 protected:
  void hideEvent(QHideEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void wire();
  void showBody(const NoteView& note);
  void showBody(const AgreementView& agreement);
  void showBody(const TranscriptView& transcript);
  void mark(AgreementState state);
  void setThrown(bool thrown);
  void askForGood();
  void showVersions(const std::vector<VersionView>& earlier);
  void showActions(bool shown);

  std::unique_ptr<Ui::EntryPage> m_ui;
  std::optional<EntryId> m_id;
  AgreementState m_state = AgreementState::Open;
  std::optional<AgreementState> m_before;  ///< what Undo goes back to
  bool m_thrown = false;
  bool m_isGone = false;  ///< what was shown was thrown away when the page was left
  bool m_mayChange = false;
  bool m_mayOpen = false;
  bool m_isOurs = false;
  bool m_hasVersions = false;
  bool m_askedForGood = false;
};

}  // namespace footbridge::gui

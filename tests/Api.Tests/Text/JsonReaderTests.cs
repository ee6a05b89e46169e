using System.Text;
using ActorKube.Api.Serialization;
using ActorKube.Api.Tests.Patches;
using ActorKube.Api.Text;
using FsCheck.Fluent;

namespace ActorKube.Api.Tests.Text;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("hello", "invalid character 'h' looking for beginning of value")]
    [InlineData("", "unexpected end of JSON input")]
    [InlineData("{'metadata':", "unexpected end of JSON input")]
    [InlineData("{'a':1,}", "invalid character '}' looking for beginning of object key string")]
    [InlineData("{a:1}", "invalid character 'a' looking for beginning of object key string")]
    [InlineData("{'a' 1}", "invalid character '1' after object key")]
    [InlineData("{'a':1 'b'}", "invalid character '\"' after object key:value pair")]
    [InlineData("[1 2]", "invalid character '2' after array element")]
    [InlineData("[1,]", "invalid character ']' looking for beginning of value")]
    [InlineData("{} x", "invalid character 'x' after top-level value")]
    [InlineData("nul", "unexpected end of JSON input")]
    [InlineData("nuxx", "invalid character 'x' in literal null (expecting 'l')")]
    [InlineData("-x", "invalid character 'x' in numeric literal")]
    [InlineData("1.x", "invalid character 'x' after decimal point in numeric literal")]
    [InlineData("01", "invalid character '1' after top-level value")]
    [InlineData("'a\nb'", "invalid character '\\n' in string literal")]
    [InlineData("'\\q'", "invalid character 'q' in string escape code")]
    [InlineData("/* x */ {}", "invalid character '/' looking for beginning of value")]
    public void Read_BadText_GivesKubernetesMessage(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<JsonTextException>(() => Read(text)).Message);

    [Fact]
    public void Read_DuplicateFields_AreReportedAndTheLastCounts()
    {
        var text = Read("{'metadata':{'name':'a','name':'b'},'l':[{'x':1,'x':2}],'metadata':{'name':'c'}}");
        Json.Equal("{'metadata':{'name':'c'},'l':[{'x':2}]}", text.Root);
        Assert.Equal(["duplicate field \"metadata.name\"", "duplicate field \"l[0].x\"", "duplicate field \"metadata\""], text.DuplicateFields);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{'a':", "}")]
    public void Read_DeepNesting_IsRefusedBeyondTheLimit(string open, string close)
    {
        Read(Nested(JsonLimits.MaxDepth));
        var expected = $"invalid character '{open[0]}' exceeded max depth";
        Assert.Equal(expected, Assert.Throws<JsonTextException>(() => Read(Nested(JsonLimits.MaxDepth + 1))).Message);
        Assert.Equal(expected, Assert.Throws<JsonTextException>(() => Read(Nested(50_000))).Message);

        string Nested(int levels) => string.Concat(Enumerable.Repeat(open, levels)) + (open == "[" ? "" : "1") + string.Concat(Enumerable.Repeat(close, levels));
    }

    [Fact]
    public void Read_InvalidUtf8_BecomesReplacementCharacters() => Assert.Equal("\ufffd", JsonReader.Read(new byte[] { 0x22, 0xFF, 0x22 }).Root!.GetValue<string>());

    [Fact]
    public void Read_Json_IsThatJson() => JsonGen.Check(
        JsonGen.Object(4), d => System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(d), JsonReader.Read(Encoding.UTF8.GetBytes(d)).Root), d => d.Length > 10);

    [Fact]
    public void Read_AnyText_EitherReadsOrNamesTheError() => JsonGen.Check(
        Gen.Elements("{", "}", "[", "]", ",", ":", "\"a\"", "1", "-", ".", "e", "true", "nul", " ", "\\", "\"").ListOf().Select(string.Concat),
        t =>
        {
            try
            {
                JsonReader.Read(Encoding.UTF8.GetBytes(t));
                return true;
            }
            catch (JsonTextException e)
            {
                return e.Message.StartsWith("invalid character", StringComparison.Ordinal) || e.Message == "unexpected end of JSON input";
            }
        },
        t => t.Length > 1,
        cases: 2000);

    private static JsonText Read(string text) => JsonReader.Read(Encoding.UTF8.GetBytes(text.Replace('\'', '"')));
}

using System.Text;
using System.Text.Json.Nodes;
using ActorKube.Api.Tests.Patches;
using ActorKube.Api.Text;

namespace ActorKube.Api.Tests.Text;

public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("{}", "{}\n")]
    [InlineData("[]", "[]\n")]
    [InlineData("'a'", "a\n")]
    [InlineData("{'b':1,'a':null,'c':true}", "a: null\nb: 1\nc: true\n")]
    [InlineData("{'a':{'b':{},'c':[]}}", "a:\n  b: {}\n  c: []\n")]
    [InlineData("{'a':[1,{'x':1,'y':[2]},[3,[4]]]}", "a:\n- 1\n- x: 1\n  \"y\":\n  - 2\n- - 3\n  - - 4\n")]
    [InlineData("{'a10':1,'a2':1,'a':1,'B':1}", "B: 1\na: 1\na2: 1\na10: 1\n")]
    [InlineData("{'a':1.5,'b':1e30}", "a: 1.5\nb: 1e+30\n")]
    [InlineData("{'a':'l1\\nl2\\n','b':'l1\\nl2','c':'l1\\n\\n','d':' x\\n'}", "a: |\n  l1\n  l2\nb: |-\n  l1\n  l2\nc: |+\n  l1\n\nd: |2\n   x\n")]
    [InlineData("[['x\\ny']]", "- - |-\n    x\n    y\n")]
    public void Write_Document_IsBlockYaml(string json, string yaml) => Assert.Equal(yaml, Write(Json.Parse(json)));

    [Theory]
    [InlineData("yes", "\"yes\"")]
    [InlineData("5", "\"5\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("", "\"\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("2024-01-02T03:04:05Z", "\"2024-01-02T03:04:05Z\"")]
    [InlineData("12:30", "\"12:30\"")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("it's", "it's")]
    [InlineData("'quoted'", "'''quoted'''")]
    [InlineData("- x", "'- x'")]
    [InlineData("-x", "-x")]
    [InlineData("*x", "'*x'")]
    [InlineData(" x", "' x'")]
    [InlineData("x:", "'x:'")]
    [InlineData("nginx:1.27", "nginx:1.27")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("ü", "ü")]
    [InlineData("\U0001F600", "\"\\U0001F600\"")]
    [InlineData("x \ny", "\"x \\ny\"")]
    [InlineData("500m", "500m")]
    public void Write_Text_IsQuotedWhereNeeded(string text, string yaml) => Assert.Equal(yaml + "\n", Write(JsonValue.Create(text)));

    [Theory]
    [InlineData("-]{~\U0001F600")]
    [InlineData("a\U0001F600b")]
    [InlineData("\u0085")]
    public void Write_OddText_IsReadBack(string text)
    {
        var document = new JsonObject { [text] = new JsonArray(text, new JsonObject { [text] = text }) };
        Assert.Equal(document.ToJsonString(), YamlReader.Read(Write(document)).Root?.ToJsonString());
    }

    private static string Write(JsonNode? node) => YamlWriter.Write(Encoding.UTF8.GetBytes(node?.ToJsonString() ?? "null"));
}

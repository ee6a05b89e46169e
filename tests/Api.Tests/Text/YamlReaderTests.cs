using System.Text.Json.Nodes;
using ActorKube.Api.Serialization;
using ActorKube.Api.Tests.Patches;
using ActorKube.Api.Text;

namespace ActorKube.Api.Tests.Text;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("yes", "true")]
    [InlineData("Off", "false")]
    [InlineData("n", "false")]
    [InlineData("yeS", "'yeS'")]
    [InlineData("\"yes\"", "'yes'")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("null", "null")]
    [InlineData("12", "12")]
    [InlineData("+12", "12")]
    [InlineData("1_000", "1000")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("0755", "493")]
    [InlineData("0b101", "5")]
    [InlineData("-0b101", "-5")]
    [InlineData("08", "8")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("1.5", "1.5")]
    [InlineData(".5", "0.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.", "1")]
    [InlineData("1.2.3", "'1.2.3'")]
    [InlineData("0xZ", "'0xZ'")]
    [InlineData("500m", "'500m'")]
    [InlineData("2024-01-02", "'2024-01-02'")]
    [InlineData("2024-01-02T03:04:05Z", "'2024-01-02T03:04:05Z'")]
    [InlineData("!!str 5", "'5'")]
    [InlineData("!!int \"5\"", "5")]
    [InlineData("!!float 5", "5")]
    [InlineData("!custom x", "'x'")]
    [InlineData("-", "[null]")]
    [InlineData("12:30", "'12:30'")]
    public void Read_Scalar_HasTheTypeOfYaml11(string yaml, string json) => Json.Equal(json, YamlReader.Read(yaml).Root);

    [Theory]
    [InlineData("a: {b: [1, x]}\nc: |\n  l1\n  l2\n", "{'a':{'b':[1,'x']},'c':'l1\\nl2\\n'}")]
    [InlineData("1: a\ntrue: b\n0x10: c\n1.5: d", "{'1':'a','true':'b','16':'c','1.5':'d'}")]
    [InlineData("a: &x {k: 1}\nb: *x", "{'a':{'k':1},'b':{'k':1}}")]
    [InlineData("a: &x {k: 1, l: 2}\nb:\n  <<: *x\n  k: 3", "{'a':{'k':1,'l':2},'b':{'k':3,'l':2}}")]
    [InlineData("a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc:\n  <<: [*x, *y]", "{'a':{'k':1},'b':{'k':2,'m':3},'c':{'k':1,'m':3}}")]
    [InlineData("{\"a\": [1, {\"b\": null}]}", "{'a':[1,{'b':null}]}")]
    [InlineData("# nothing\n", "null")]
    [InlineData("--- {a: 1}\n--- {b: 2}", "{'a':1}")]
    public void Read_Document_IsJson(string yaml, string json) => Json.Equal(json, YamlReader.Read(yaml).Root);

    [Fact]
    public void Read_DuplicateKeys_AreReportedAndTheLastCounts()
    {
        var document = YamlReader.Read("metadata:\n  name: a\ndata:\n  a: '1'\n  b: '1'\n  a: '2'\nmetadata: {}\n");
        Json.Equal("{'metadata':{},'data':{'a':'2','b':'1'}}", document.Root);
        Assert.Equal(["line 6: key \"a\" already set in map", "line 7: key \"metadata\" already set in map"], document.DuplicateKeys);
        Assert.StartsWith("yaml: unmarshal errors:\n  line 6: key \"a\"", document.StrictError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("apiVersion: v1\n kind: ConfigMap\n", "yaml: line 2: mapping values are not allowed in this context")]
    [InlineData("{\"metadata\":", "yaml: line 1: did not find expected node content")]
    [InlineData("a: *x", "yaml: line 1: unknown anchor 'x' referenced")]
    [InlineData("a: &x [*x]", "yaml: line 1: unknown anchor 'x' referenced")]
    [InlineData("? [a]\n: b", "yaml: line 1: invalid map key")]
    [InlineData("a: .inf", "yaml: json: unsupported value: .inf")]
    [InlineData("!!int x", "yaml: line 1: cannot decode `x` as a tag:yaml.org,2002:int")]
    [InlineData("<<: 5", "yaml: line 1: map merge requires map or sequence of maps as the value")]
    public void Read_BadText_NamesTheLine(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<YamlTextException>(() => YamlReader.Read(yaml)).Message);

    [Theory]
    [InlineData("a: [")]
    [InlineData("a: \"x")]
    [InlineData("a: b: c")]
    [InlineData("- a\nb: c")]
    [InlineData("%YAML 9.9\n---\na")]
    [InlineData("a: @x")]
    [InlineData("]")]
    public void Read_BrokenText_IsRefused(string yaml) => Assert.Throws<YamlTextException>(() => YamlReader.Read(yaml));

    [Fact]
    public void Read_InvalidUtf8_IsRefused() => Assert.Throws<YamlTextException>(() => YamlReader.Read([0x61, 0xFF]));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Read_DeepNesting_IsRefusedBeyondTheLimit(string open, string close)
    {
        Assert.NotNull(YamlReader.Read(Nested(JsonLimits.MaxDepth)).Root);
        Assert.Contains("exceeded max depth", Assert.Throws<YamlTextException>(() => YamlReader.Read(Nested(JsonLimits.MaxDepth + 1))).Message, StringComparison.Ordinal);
        Assert.Throws<YamlTextException>(() => YamlReader.Read(Nested(50_000)));

        string Nested(int levels) => string.Concat(Enumerable.Repeat(open, levels)) + string.Concat(Enumerable.Repeat(close, levels));
    }

    [Fact]
    public void Read_DeepAliases_AreRefused()
    {
        var yaml = "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, JsonLimits.MaxDepth + 9).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n"));
        Assert.Throws<YamlTextException>(() => YamlReader.Read(yaml));
    }

    [Fact]
    public void Read_AliasBomb_IsRefused()
    {
        var yaml = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
            + string.Concat(Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        Assert.Equal("yaml: document contains excessive aliasing", Assert.Throws<YamlTextException>(() => YamlReader.Read(yaml)).Message);
    }

    [Fact]
    public void ReadAll_SeveralDocuments_ComeInOrder()
    {
        var roots = YamlReader.ReadAll("a: 1\n---\n---\n# only a comment\n---\nb: 2\n...\n").Select(d => d.Root?.ToJsonString() ?? "null");
        Assert.Equal(["{\"a\":1}", "null", "null", "{\"b\":2}"], roots);
        Assert.Empty(YamlReader.ReadAll(""));
        Assert.IsType<JsonObject>(YamlReader.Read("a: 1").Root);
    }
}

using System.Text;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>Nesting that is unusual, and nesting that no recursion survives.</summary>
[Collection(nameof(BadInputHost))]
public sealed class NestingTests(HostProcess host) : BadInputTest(host)
{
    private const string Revisions = "/apis/apps/v1/namespaces/default/controllerrevisions";
    private const string Definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    [Fact(Timeout = 120_000)]
    public async Task Revision_AHundredLevels_IsStoredPatchedAndListed()
    {
        var body = $$$"""{"metadata":{"name":"deep"},"revision":1,"data":{{{Nested(100)}}}}""";
        Assert.Equal(201, (await SendAsync(HttpMethod.Post, Revisions, body)).Code);

        Assert.Equal(200, (await SendAsync(HttpMethod.Patch, Revisions + "/deep", """{"metadata":{"labels":{"a":"b"}}}""", "application/merge-patch+json")).Code);
        Assert.Equal(200, (await SendAsync(HttpMethod.Patch, Revisions + "/deep", """[{"op":"add","path":"/metadata/labels/c","value":"d"}]""", "application/json-patch+json")).Code);
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, Revisions + "?pretty=true")).Code);
        Assert.Equal(200, (await SendAsync(HttpMethod.Get, Revisions, body: null, contentType: null, ("Accept", "application/yaml"))).Code);
        Assert.Equal(200, (await SendAsync(HttpMethod.Delete, Revisions + "/deep")).Code);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task Create_TooDeep_IsABadRequest(int levels)
    {
        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, ConfigMaps, $$$"""{"metadata":{"name":"a"},"x":{{{Nested(levels)}}}}"""));
        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, ConfigMaps, new string('[', levels)));
        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, Revisions, $$$"""{"metadata":{"name":"a"},"revision":1,"data":{{{Nested(levels)}}}}"""));
        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, ConfigMaps, "a: " + new string('[', levels), "application/yaml"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/strategic-merge-patch+json")]
    [InlineData("application/apply-patch+yaml")]
    public async Task Patch_TooDeep_IsABadRequest(string type) =>
        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Patch, ConfigMaps + "/canary?fieldManager=a", Nested(100_000), type));

    [Fact(Timeout = 120_000)]
    public async Task JsonPatch_CopiesIntoItself_IsRefused()
    {
        var patch = new StringBuilder("""[{"op":"add","path":"/x","value":{"a":{}}}""");
        for (var depth = 2; depth < 300_000; depth *= 2)
        {
            patch.Append($$$""",{"op":"copy","from":"/x","path":"/x{{{Repeated("/a", depth)}}}"}""");
        }

        AssertStatus(422, "Invalid", await SendAsync(HttpMethod.Patch, ConfigMaps + "/canary", patch.Append(']').ToString(), "application/json-patch+json"));
    }

    [Fact(Timeout = 120_000)]
    public async Task JsonPatch_AddsDeepToDeep_IsRefused()
    {
        var patch = new StringBuilder($$$"""[{"op":"add","path":"/x","value":{{{Nested(400)}}}}""");
        for (var at = 400; at < 8_000; at += 400)
        {
            patch.Append($$$""",{"op":"add","path":"/x{{{Repeated("/a", at)}}}","value":{{{Nested(400)}}}}""");
        }

        AssertStatus(422, "Invalid", await SendAsync(HttpMethod.Patch, ConfigMaps + "/canary", patch.Append(']').ToString(), "application/json-patch+json"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task Protobuf_TooDeep_IsABadRequest(int levels)
    {
        const int allOf = 25;
        var nested = NestedMessages(allOf, levels);
        var spec = Field(7, [.. Field(1, "v1"u8.ToArray()), .. Field(4, Field(1, nested))]);
        byte[] type = [.. Field(1, "apiextensions.k8s.io/v1"u8.ToArray()), .. Field(2, "CustomResourceDefinition"u8.ToArray())];
        byte[] body = [.. "k8s\0"u8, .. Field(1, type), .. Field(2, [.. Field(1, Field(1, "a.b"u8.ToArray())), .. Field(2, spec)])];

        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, Definitions, body, "application/vnd.kubernetes.protobuf"));
    }

    private static string Nested(int levels) => Repeated("{\"a\":", levels) + "{}" + new string('}', levels);

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static byte[] Field(int number, byte[] content) => [.. Varint((number << 3) | 2), .. Varint(content.Length), .. content];

    /// <summary>Written from the innermost outwards, and turned round: each level's length is that of all below it.</summary>
    private static byte[] NestedMessages(int number, int levels)
    {
        var backwards = new List<byte>();
        for (var i = 0; i < levels; i++)
        {
            backwards.AddRange(Varint(backwards.Count).Reverse());
            backwards.AddRange(Varint((number << 3) | 2).Reverse());
        }

        backwards.Reverse();
        return [.. backwards];
    }

    private static IEnumerable<byte> Varint(int value)
    {
        for (; value > 0x7f; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}

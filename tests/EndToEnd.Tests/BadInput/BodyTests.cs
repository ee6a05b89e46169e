using System.Text;

namespace ActorKube.EndToEnd.Tests.BadInput;

/// <summary>Bodies that are no objects, or objects that are wrong.</summary>
[Collection(nameof(BadInputHost))]
public sealed class BodyTests(HostProcess host) : BadInputTest(host)
{
    private const string Yaml = "application/yaml";
    private const string Protobuf = "application/vnd.kubernetes.protobuf";
    private const int BodyLimit = 3 * 1024 * 1024;

    [Theory(Timeout = 120_000)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nope")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{} trailing")]
    [InlineData("{'metadata':{'name':'a'},}")]
    [InlineData("{'apiVersion':'a/b/c','kind':'ConfigMap'}")]
    [InlineData("{'apiVersion':'v1','kind':'Secret','metadata':{'name':'a'}}")]
    [InlineData("{'apiVersion':'v2','kind':'ConfigMap','metadata':{'name':'a'}}")]
    [InlineData("{'apiVersion':1,'kind':[],'metadata':3}")]
    [InlineData("{'metadata':[]}")]
    [InlineData("{'metadata':{'name':'a'},'data':[]}")]
    [InlineData("{'metadata':{'name':'a'},'data':{'a':1}}")]
    [InlineData("{'metadata':{'name':'a'},'immutable':'yes'}")]
    [InlineData("{'metadata':{'name':'a'},'binaryData':{'a':'!'}}")]
    [InlineData("{'metadata':{'name':'a','generation':1.5}}")]
    [InlineData("{'metadata':{'name':'a','generation':99999999999999999999}}")]
    [InlineData("{'metadata':{'name':'a','creationTimestamp':'yesterday'}}")]
    [InlineData("{'metadata':{'name':'a','creationTimestamp':'2020-13-01T00:00:00Z'}}")]
    [InlineData("{'metadata':{'name':'a','creationTimestamp':'2020-01-01T00:00:00'}}")]
    public async Task Create_MalformedJson_IsABadRequest(string body) =>
        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, ConfigMaps, body.Replace('\'', '"')));

    [Theory(Timeout = 120_000)]
    [InlineData("a: [")]
    [InlineData("a: b: c")]
    [InlineData("a: *nobody")]
    [InlineData("? [a]\n: b")]
    [InlineData("- a")]
    [InlineData("\t- a")]
    [InlineData("a: \"\\ud800\"")]
    public async Task Create_MalformedYaml_IsABadRequest(string body) => AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, ConfigMaps, body, Yaml));

    [Theory(Timeout = 120_000)]
    [InlineData("")]
    [InlineData("67617262616765")]
    [InlineData("6b387300ff")]
    [InlineData("6b3873000a0f0a0276311209436f6e6669674d617012050affffff7f")]
    public async Task Create_MalformedProtobuf_IsABadRequest(string hex) =>
        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, ConfigMaps, Convert.FromHexString(hex), Protobuf));

    [Fact(Timeout = 120_000)]
    public async Task Create_YamlThatMultiplies_IsABadRequest()
    {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (var letter = 'b'; letter < 'l'; letter++)
        {
            bomb.AppendLine($"{letter}: &{letter} [{string.Join(',', Enumerable.Repeat($"*{(char)(letter - 1)}", 9))}]");
        }

        AssertStatus(400, "BadRequest", await SendAsync(HttpMethod.Post, ConfigMaps, bomb.ToString(), Yaml));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("Bad_Name")]
    [InlineData("-a")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("\\u0000")]
    [InlineData("\\ud800")]
    [InlineData("größe")]
    public async Task Create_InvalidName_NamesTheField(string name)
    {
        var answer = await SendAsync(HttpMethod.Post, ConfigMaps, $$$"""{"metadata":{"name":"{{{name}}}"}}""");

        AssertStatus(422, "Invalid", answer);
        Assert.Equal(["metadata.name"], answer.Fields());
    }

    [Fact(Timeout = 120_000)]
    public async Task Create_TextThatIsNoUtf8_IsReadAsTheReplacementCharacter()
    {
        var body = Encoding.Latin1.GetBytes("{\"metadata\":{\"name\":\"latin\"},\"data\":{\"a\":\"\u00ff\",\"b\":\"\\ud800\"}}");

        var answer = await SendAsync(HttpMethod.Post, ConfigMaps + "?dryRun=All", body, Json);

        Assert.Equal(201, answer.Code);
        Assert.Equal("\ufffd", answer.Body.GetProperty("data").GetProperty("a").GetString());
        Assert.Equal("\ufffd", answer.Body.GetProperty("data").GetProperty("b").GetString());
    }

    [Theory(Timeout = 120_000)]
    [InlineData("POST", ConfigMaps, Json)]
    [InlineData("PUT", ConfigMaps + "/canary", Json)]
    [InlineData("PATCH", ConfigMaps + "/canary", "application/merge-patch+json")]
    [InlineData("DELETE", ConfigMaps + "/canary", Json)]
    public async Task Write_BodyAboveTheLimit_IsTooLarge(string method, string path, string contentType)
    {
        var body = $$$"""{"metadata":{"name":"canary"},"data":{"a":"{{{new string('x', BodyLimit)}}}"}}""";

        AssertStatus(413, "RequestEntityTooLarge", await SendAsync(new HttpMethod(method), path, body, contentType));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("garbage")]
    [InlineData("application/json-patch+json")]
    public async Task Create_UnknownContentType_IsUnsupported(string contentType) =>
        AssertStatus(415, "UnsupportedMediaType", await SendAsync(HttpMethod.Post, ConfigMaps, "{}", contentType));

    [Theory(Timeout = 120_000)]
    [InlineData("Strict", 400, 0)]
    [InlineData("Warn", 201, 3)]
    [InlineData("Ignore", 201, 0)]
    [InlineData("Sometimes", 422, 0)]
    public async Task Create_UnknownAndRepeatedFields_AreTreatedAsAsked(string validation, int code, int warnings)
    {
        var answer = await SendAsync(
            HttpMethod.Post, $"{ConfigMaps}?dryRun=All&fieldValidation={validation}", """{"metadata":{"name":"a"},"größe":1,"data":{"a":"b","a":"c"},"data":{}}""");

        Assert.Equal(code, answer.Code);
        Assert.Equal(warnings, answer.Warnings.Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Create_ManyUnknownFields_GivesBoundedWarnings()
    {
        var body = $$$"""{"metadata":{"name":"a"},{{{string.Join(',', Enumerable.Range(0, 50_000).Select(static i => $"\"field{i}\":1"))}}}}""";

        var answer = await SendAsync(HttpMethod.Post, ConfigMaps + "?dryRun=All&fieldValidation=Warn", body);

        Assert.Equal(201, answer.Code);
        Assert.Equal(100, answer.Warnings.Count);
    }
}

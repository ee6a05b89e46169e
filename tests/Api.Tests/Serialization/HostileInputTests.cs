using System.Text;
using ActorKube.Api.Apps;
using ActorKube.Api.Core;
using ActorKube.Api.Extensions;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;

namespace ActorKube.Api.Tests.Serialization;

/// <summary>What decoders make of values that no client should send.</summary>
public sealed class HostileInputTests
{
    [Fact]
    public void Json_NullItems_AreZeroValuesAsInGo()
    {
        var pod = Read<Pod>("""{"metadata":{"labels":{"a":null},"finalizers":[null],"ownerReferences":[null]},"spec":{"containers":[null,{"command":[null]}],"nodeSelector":{"a":null}}}""");

        Assert.Equal("", pod.Metadata.Labels!["a"]);
        Assert.Equal([""], pod.Metadata.Finalizers!);
        Assert.Equal(new OwnerReference(), pod.Metadata.OwnerReferences![0]);
        Assert.Equal(new Container(), pod.Spec.Containers![0]);
        Assert.Equal([""], pod.Spec.Containers[1].Command!);
        Assert.Equal("", pod.Spec.NodeSelector!["a"]);
    }

    [Fact]
    public void Json_NumberBeyondADouble_IsRefused() => Assert.StartsWith(
        "json: cannot unmarshal number 1e999 into Go", Assert.Throws<ApiDecodeException>(() => Read<JSONSchemaProps>("""{"maximum":1e999}""")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2020-01-02T03:04:05Z", "2020-01-02T03:04:05.0000000+00:00")]
    [InlineData("2020-01-02T03:04:05.25+02:30", "2020-01-02T00:34:05.2500000+00:00")]
    [InlineData("2020-02-29T23:59:59.123456789Z", "2020-02-29T23:59:59.1234567+00:00")]
    public void Json_Time_IsReadAsUtc(string text, string expected) =>
        Assert.Equal(expected, Read<ObjectMeta>($$"""{"creationTimestamp":"{{text}}"}""").CreationTimestamp!.Value.ToString("O"));

    [Theory]
    [InlineData("x", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"x\" as \"2006\"")]
    [InlineData("2020-01-02", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"")]
    [InlineData("2020-01-02T03:04:05", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"")]
    [InlineData("2020-01-02 03:04:05Z", "as \"2006-01-02T15:04:05Z07:00\": cannot parse \" 03:04:05Z\" as \"T\"")]
    [InlineData("2020-13-02T03:04:05Z", ": month out of range")]
    [InlineData("2021-02-29T03:04:05Z", ": day out of range")]
    [InlineData("2020-01-02T24:04:05Z", ": hour out of range")]
    [InlineData("2020-01-02T03:04:05Zone", ": extra text: \"one\"")]
    [InlineData("9999-12-31T23:59:59-01:00", ": year out of range")]
    public void Json_BadTime_GivesTheMessageOfGo(string text, string expected) => Assert.EndsWith(
        expected, Assert.Throws<ApiDecodeException>(() => Read<ObjectMeta>($$"""{"creationTimestamp":"{{text}}"}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void Json_ManyUnknownFields_AreReportedUpToAHundred()
    {
        var report = new DecodeReport();
        var reader = new ApiReader(Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 1000).Select(static i => $"\"f{i}\":1"))}}}"), report);
        ConfigMap.Read(ref reader);

        Assert.Equal(100, report.Findings.Count);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("{} {}")]
    public void Protobuf_RawThatIsNoJson_IsRefused(string raw) => Assert.Throws<ApiDecodeException>(() => ReadProto<ControllerRevision>(Raw(raw)));

    [Fact]
    public void Protobuf_RawJson_IsKept() => Assert.Equal("""{"a":[1,2]}""", ReadProto<ControllerRevision>(Raw("""{ "a": [1, 2] }""")).Data!.ToString());

    [Fact]
    public void Protobuf_EmptyRaw_IsNull() => Assert.Equal("null", ReadProto<ControllerRevision>([(2 << 3) | 2, 0]).Data!.ToString());

    // metadata.creationTimestamp with 2^62 seconds
    [Fact]
    public void Protobuf_TimeOutOfRange_IsRefused() =>
        Assert.Throws<ApiDecodeException>(() => ReadProto<ObjectMeta>([(8 << 3) | 2, 10, 8, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x40]));

    private static byte[] Raw(string text) => [(2 << 3) | 2, (byte)(text.Length + 2), (1 << 3) | 2, (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];

    private static T Read<T>(string json)
        where T : IApiType<T> => ApiWriter.FromUtf8<T>(Encoding.UTF8.GetBytes(json));

    private static T ReadProto<T>(byte[] message)
        where T : IApiType<T>
    {
        var reader = new ProtoReader(message);
        return T.ReadProto(ref reader);
    }
}

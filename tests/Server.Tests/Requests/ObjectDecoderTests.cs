using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Kinds;
using ActorKube.Server.Requests;

namespace ActorKube.Server.Tests.Requests;

public sealed class ObjectDecoderTests
{
    private static readonly ObjectDecoder Decoder = new(BuiltInKinds.Registry);

    [Theory]
    [InlineData("{'kind':5}", "couldn't get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string ({\"kind\":5})")]
    [InlineData("{'a':1,}", "couldn't get version/kind; json parse error: invalid character '}' looking for beginning of object key string ({\"a\":1,})")]
    [InlineData("", "couldn't get version/kind; json parse error: unexpected end of JSON input (<empty>)")]
    [InlineData("{'apiVersion':'a/b/c','kind':'ConfigMap'}", "unexpected GroupVersion string: a/b/c ({\"apiVersion\":\"a/b/c\",\"kind\":\" ...)")]
    public void Decode_NoObject_IsUnrecognized(string json, string expected) =>
        Assert.Equal("the object provided is unrecognized (must be of type ConfigMap): " + expected, Fail("configmaps", json));

    [Theory]
    [InlineData("{'apiVersion':'v1','kind':'Status'}", "converting (v1.Status) to (core.ConfigMap): unknown conversion")]
    [InlineData("{'apiVersion':'v1','kind':'ConfigMapList'}", "converting (v1.ConfigMapList) to (core.ConfigMap): unknown conversion")]
    [InlineData("{'apiVersion':'apps/v1','kind':'DeleteOptions'}", "converting (v1.DeleteOptions) to (core.ConfigMap): unknown conversion")]
    [InlineData("{'apiVersion':'v1','kind':'Gizmo'}", "no kind \"Gizmo\" is registered for version \"v1\" in scheme \"pkg/api/legacyscheme/scheme.go:30\"")]
    public void Decode_AnotherKind_IsNotConverted(string json, string expected) => Assert.EndsWith(": " + expected, Fail("configmaps", json));

    [Theory]
    [InlineData("{'data':{'a':'!'}}", "illegal base64 data at input byte 0")]
    [InlineData("{'data':{'a':'YWJjY'}}", "illegal base64 data at input byte 4")]
    [InlineData("{'metadata':{'creationTimestamp':'2001-02-03'}}", "parsing time \"2001-02-03\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"")]
    public void Decode_WrongValues_AreExplained(string json, string expected) =>
        Assert.Equal("Secret in version \"v1\" cannot be handled as a Secret: " + expected, Fail("secrets", json));

    private static string Fail(string plural, string json) => Assert.Throws<ApiException>(
        () => Decoder.Decode(BuiltInKinds.Registry.Find("", "v1", plural)!, Encoding.UTF8.GetBytes(json.Replace('\'', '"')), "application/json", FieldValidation.Warn)).Message;
}

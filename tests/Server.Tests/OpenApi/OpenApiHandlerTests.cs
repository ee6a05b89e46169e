using ActorKube.Api.Errors;

namespace ActorKube.Server.Tests.OpenApi;

public sealed class OpenApiHandlerTests(OpenApiFixture fixture) : IClassFixture<OpenApiFixture>
{
    private const string Protobuf = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";

    [Theory]
    [InlineData("/openapi/v2", "application/json")]
    [InlineData("/openapi/v3/apis/apps/v1", "application/json")]
    [InlineData("/openapi/v3", "text/plain; charset=utf-8")]
    public void Document_WithoutAccept_IsJson(string path, string contentType)
    {
        var reply = fixture.Ask(path);

        Assert.Equal(200, reply.Code);
        Assert.Equal(contentType, reply.Headers.ContentType);
        Assert.Equal("Accept", reply.Headers.Vary);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("*/*", 200)]
    [InlineData(Protobuf + ",application/json;q=0.5", 200)]
    [InlineData(Protobuf, 406)]
    public void Whole_ByAccept_IsJsonOrRefused(string accept, int code) => Assert.Equal(code, fixture.Ask("/openapi/v2", accept).Code);

    [Fact]
    public void Document_ThatTheClientHas_IsNotSentAgain()
    {
        var tag = fixture.Ask("/openapi/v3/api/v1").Headers.ETag.ToString();

        var reply = fixture.Ask("/openapi/v3/api/v1", tag: tag);

        Assert.Equal((304, 0), (reply.Code, reply.Body.Length));
    }

    [Fact]
    public void Document_AtItsAddress_MayBeKeptForever() =>
        Assert.Contains("immutable", fixture.Ask(fixture.AddressOf("api/v1")).Headers.CacheControl.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Document_AtAnOldAddress_RedirectsToTheNewOne()
    {
        var reply = fixture.Ask("/openapi/v3/api/v1?hash=0123");

        Assert.Equal((301, fixture.AddressOf("api/v1")), (reply.Code, reply.Headers.Location.ToString()));
    }

    [Fact]
    public void Document_OfAnUnknownGroup_IsNotFound() => Assert.Equal(404, fixture.Ask("/openapi/v3/apis/nope/v1").Code);

    [Fact]
    public void Path_OfSomethingElse_IsLeftAlone() => Assert.False(fixture.Ask("/openapi/v4").Handled);

    [Fact]
    public void Document_ForNobody_IsRefused() =>
        Assert.Equal(401, Assert.Throws<ApiException>(() => fixture.Ask("/openapi/v2", user: "system:anonymous")).Status.Code);

    [Fact]
    public void Document_ByAnotherMethod_IsNotAllowed() =>
        Assert.Equal(405, Assert.Throws<ApiException>(() => fixture.Ask("/openapi/v2", method: "POST")).Status.Code);
}

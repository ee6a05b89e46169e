using ActorKube.Api.Authentication;
using ActorKube.Api.Errors;
using ActorKube.Server.Authentication;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Tests.Authentication;

public sealed class ImpersonationTests
{
    private static readonly UserInfo Master = new() { Username = "me", Groups = [Users.Masters] };

    [Theory(Timeout = 30_000)]
    [InlineData("someone", "", "system:authenticated")]
    [InlineData("someone", "a,b", "a,b,system:authenticated")]
    [InlineData("system:serviceaccount:ns:sa", "", "system:serviceaccounts,system:serviceaccounts:ns,system:authenticated")]
    [InlineData("system:serviceaccount:ns:sa", "a", "a,system:authenticated")]
    [InlineData("system:anonymous", "", "system:unauthenticated")]
    [InlineData("someone", "system:unauthenticated", "system:unauthenticated")]
    public async Task User_OfAMaster_IsInTheGroupsThatAreAskedFor(string name, string groups, string expected)
    {
        var headers = new HeaderDictionary { ["Impersonate-User"] = name };
        if (groups.Length > 0)
        {
            headers["Impersonate-Group"] = groups.Split(',');
        }

        Assert.Equal(expected, string.Join(',', (await ApplyAsync(headers, Master)).Groups!));
    }

    [Fact(Timeout = 30_000)]
    public async Task User_OfAnyoneElse_IsForbidden()
    {
        var headers = new HeaderDictionary { ["Impersonate-User"] = "x" };

        Assert.Equal(403, (await Assert.ThrowsAsync<ApiException>(() => ApplyAsync(headers, new UserInfo { Username = "you" }))).Code);
        Assert.Equal(403, (await Assert.ThrowsAsync<ApiException>(() => ApplyAsync(headers, null))).Code);
    }

    [Fact(Timeout = 30_000)]
    public async Task Headers_WithoutAUser_AreToldAsGoPrintsThem()
    {
        var headers = new HeaderDictionary { ["Impersonate-Group"] = "g", ["Impersonate-Extra-Scopes"] = "s", ["Impersonate-Uid"] = "7" };

        Assert.Equal(
            "requested [{Group  g    } {UserExtra  s  authentication.k8s.io/v1  scopes} {UID  7  authentication.k8s.io/v1  }] without impersonating a user",
            (await Assert.ThrowsAsync<ImpersonationException>(() => ApplyAsync(headers, Master))).Message);
    }

    private static async Task<UserInfo> ApplyAsync(HeaderDictionary headers, UserInfo? sender)
    {
        var http = new DefaultHttpContext();
        foreach (var header in headers)
        {
            http.Request.Headers[header.Key] = header.Value;
        }

        return await new RequestAuthentication([new Fixed(sender)]).AuthenticateAsync(http);
    }

    private sealed class Fixed(UserInfo? user) : IAuthenticator
    {
        public ValueTask<UserInfo?> AuthenticateAsync(HttpContext http) => ValueTask.FromResult(user);
    }
}

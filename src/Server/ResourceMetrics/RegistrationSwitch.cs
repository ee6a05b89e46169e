using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.ResourceMetrics;

/// <summary>A handler whose answers follow from the kinds that are served: one for each set of kinds, of which the one that holds now is asked.</summary>
public sealed class RegistrationSwitch(ServedKinds kinds, Func<KindRegistry, INonResourceHandler> make) : INonResourceHandler
{
    private readonly INonResourceHandler _always = make(kinds.Always);
    private readonly INonResourceHandler _withMetrics = make(kinds.Most);

    public IEnumerable<string> Paths => Current.Paths;

    private INonResourceHandler Current => kinds.HasMetrics ? _withMetrics : _always;

    public ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user) => Current.TryHandleAsync(http, user);
}

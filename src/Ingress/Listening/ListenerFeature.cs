namespace ActorKube.Ingresses.Listening;

/// <summary>By which port a connection came.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>; what a client of HTTP/2 says itself is not believed.</param>
internal sealed record ListenerFeature(string Scheme);

using System.Globalization;

namespace ActorKube.Ingresses.Routing;

/// <summary>A port of a service, as Ingresses refer to it.</summary>
/// <param name="PortName">Empty if it is named by its number.</param>
/// <param name="PortNumber">0 if it is named by its name.</param>
internal readonly record struct BackendKey(string Namespace, string Service, string PortName, int PortNumber)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Service}:{(PortName.Length > 0 ? PortName : PortNumber)}");
}

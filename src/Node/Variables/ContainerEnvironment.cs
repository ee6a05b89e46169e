using System.Text;
using ActorKube.Api.Core;
using ActorKube.Api.Quantities;
using ActorKube.NodeAgent.Sources;

namespace ActorKube.NodeAgent.Variables;

/// <summary>What the variables of a container are made from.</summary>
internal sealed record EnvironmentInputs
{
    public required Pod Pod { get; init; }

    public required Container Container { get; init; }

    public required PodPlace Place { get; init; }

    public required IConfigSources Sources { get; init; }

    public required IReadOnlyDictionary<string, Quantity> Allocatable { get; init; }

    /// <summary>Variables that tell of services; a container's own of the same name win.</summary>
    public IReadOnlyDictionary<string, string> Services { get; init; } = new Dictionary<string, string>();
}

/// <summary>The environment of a container: services, then envFrom, then env, each able to use what came before. Pure.</summary>
internal static class ContainerEnvironment
{
    /// <returns>Variables in order of definition.</returns>
    /// <exception cref="ConfigException">An object or key that isn't optional is missing.</exception>
    public static IReadOnlyDictionary<string, string> Build(EnvironmentInputs inputs)
    {
        var variables = new OrderedDictionary<string, string>(inputs.Services, StringComparer.Ordinal);
        foreach (var source in inputs.Container.EnvFrom.OrEmpty())
        {
            foreach (var (key, value) in All(inputs, source))
            {
                variables[source.Prefix + key] = value;
            }
        }

        foreach (var variable in inputs.Container.Env.OrEmpty())
        {
            var value = variable.ValueFrom is { } from ? FromSource(inputs, from) : VariableExpansion.Expand(variable.Value ?? "", variables);
            if (value is not null)
            {
                variables[variable.Name] = value;
            }
        }

        return variables;
    }

    private static string? FromSource(EnvironmentInputs inputs, EnvVarSource from) => from switch
    {
        { FieldRef: { } field } => DownwardFields.Value(inputs.Pod, inputs.Place, field.FieldPath),
        { ResourceFieldRef: { } resource } => ResourceFields.Value(inputs.Pod, inputs.Container, resource, inputs.Allocatable),
        { ConfigMapKeyRef: { } map } => Key(inputs, map),
        { SecretKeyRef: { } secret } => Key(inputs, secret),
        _ => null,
    };

    private static string? Key(EnvironmentInputs inputs, ConfigMapKeySelector selector)
    {
        var (space, name) = (Namespace(inputs), selector.Name ?? "");
        return inputs.Sources.ConfigMap(space, name) is not { } map
            ? selector.Optional == true ? null : throw new ConfigException($"configmap \"{name}\" not found")
            : map.Data.OrEmpty().TryGetValue(selector.Key, out var value) ? value
            : selector.Optional == true ? null : throw new ConfigException($"couldn't find key {selector.Key} in ConfigMap {space}/{name}");
    }

    private static string? Key(EnvironmentInputs inputs, SecretKeySelector selector)
    {
        var (space, name) = (Namespace(inputs), selector.Name ?? "");
        return inputs.Sources.Secret(space, name) is not { } secret
            ? selector.Optional == true ? null : throw new ConfigException($"secret \"{name}\" not found")
            : secret.Data.OrEmpty().TryGetValue(selector.Key, out var value) ? Encoding.UTF8.GetString(value.Span)
            : selector.Optional == true ? null : throw new ConfigException($"couldn't find key {selector.Key} in Secret {space}/{name}");
    }

    private static IEnumerable<KeyValuePair<string, string>> All(EnvironmentInputs inputs, EnvFromSource source)
    {
        var pairs = source switch
        {
            { ConfigMapRef: { } from } => inputs.Sources.ConfigMap(Namespace(inputs), from.Name ?? "") is { } map
                ? map.Data.OrEmpty()
                : from.Optional == true ? [] : throw new ConfigException($"configmap \"{from.Name}\" not found"),
            { SecretRef: { } from } => inputs.Sources.Secret(Namespace(inputs), from.Name ?? "") is { } secret
                ? secret.Data.OrEmpty().Select(static e => KeyValuePair.Create(e.Key, Encoding.UTF8.GetString(e.Value.Span)))
                : from.Optional == true ? [] : throw new ConfigException($"secret \"{from.Name}\" not found"),
            _ => Enumerable.Empty<KeyValuePair<string, string>>(),
        };

        // A name with an equals sign can't be one.
        return pairs.Where(static p => !p.Key.Contains('=', StringComparison.Ordinal)).OrderBy(static p => p.Key, StringComparer.Ordinal);
    }

    private static string Namespace(EnvironmentInputs inputs) => inputs.Pod.Metadata.Namespace ?? "";
}

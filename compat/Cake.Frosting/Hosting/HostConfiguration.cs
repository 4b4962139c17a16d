using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;

namespace Cake.Frosting.Hosting;

internal sealed class HostConfiguration(
    IEnumerable<CakeSetting> settings,
    IFileSystem fileSystem,
    ICakeEnvironment environment,
    ICakeArguments arguments) : ICakeConfiguration
{
    private readonly ICakeConfiguration _merged = new CakeConfigurationProvider(fileSystem, environment).CreateConfiguration(
        environment.WorkingDirectory,
        LastOfEach(settings),
        arguments.GetArguments().ToDictionary(argument => argument.Key, argument => argument.Value.FirstOrDefault() ?? string.Empty));

    public string? GetValue(string key) => _merged.GetValue(key);

    private static Dictionary<string, string> LastOfEach(IEnumerable<CakeSetting> settings)
    {
        var last = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings)
            last[setting.Key] = setting.Value;
        return last;
    }
}

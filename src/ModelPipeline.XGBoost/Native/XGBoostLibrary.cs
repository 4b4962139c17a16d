using System.Runtime.InteropServices;

namespace ModelPipeline.XGBoost.Native;

/// <summary>Finds libxgboost. A process has one: the first that was found.</summary>
internal static class XGBoostLibrary
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "XGBOOST_LIBRARY";

    private static readonly string[] Functions =
    [
        nameof(NativeMethods.XGBGetLastError), nameof(NativeMethods.XGBSetGlobalConfig), nameof(NativeMethods.XGDMatrixCreateFromCSR), nameof(NativeMethods.XGDMatrixCreateFromDense),
        nameof(NativeMethods.XGDMatrixSetInfoFromInterface), nameof(NativeMethods.XGDMatrixFree), nameof(NativeMethods.XGBoosterCreate),
        nameof(NativeMethods.XGBoosterFree), nameof(NativeMethods.XGBoosterSetParam), nameof(NativeMethods.XGBoosterUpdateOneIter),
        nameof(NativeMethods.XGBoosterEvalOneIter), nameof(NativeMethods.XGBoosterSlice), nameof(NativeMethods.XGBoosterSaveModelToBuffer),
        nameof(NativeMethods.XGBoosterLoadModelFromBuffer), nameof(NativeMethods.XGBoosterPredictFromCSR),
        nameof(NativeMethods.XGBoosterPredictFromDense), nameof(NativeMethods.XGBoosterPredictFromDMatrix),
    ];

    private static readonly Lock Gate = new();
    private static nint _loaded;

    /// <summary>The names that it is looked for by where no file is given, the first that is found.</summary>
    public static IReadOnlyList<string> Names { get; } = ["libxgboost.so.0", "libxgboost.so", "xgboost"];

    /// <summary>Loads the library, unless it is loaded.</summary>
    /// <param name="path">Its file; <see langword="null"/> to look for it by <see cref="Names"/>.</param>
    /// <returns>Its version.</returns>
    /// <exception cref="InputException">It is not there, or none that the engine works with.</exception>
    public static LibraryVersion Load(string? path)
    {
        lock (Gate)
        {
            var library = Open(path);
            var version = Judge(library, path);
            if (_loaded == 0)
                NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, (name, _, _) => name == NativeMethods.Library ? _loaded : 0);
            else if (_loaded != library)
                throw new InputException($"This process has loaded another XGBoost than {Named(path)}: name one file, with {Variable}.");
            _loaded = library;
            return version;
        }
    }

    /// <exception cref="InputException">The engine does not work with this version.</exception>
    internal static LibraryVersion Supported(LibraryVersion version, string? path) => version.IsSupported
        ? version
        : throw new InputException($"{Named(path)} is XGBoost {version}; engine 'xgboost' works with {LibraryVersion.Supported}. {Remedy}");

    private static string Remedy => $"Install the Debian package libxgboost0 (apt-get install libxgboost0), or name the file with {Variable}.";

    private static nint Open(string? path)
    {
        foreach (var name in path is null ? Names : [path])
            if (NativeLibrary.TryLoad(name, typeof(NativeMethods).Assembly, DllImportSearchPath.SafeDirectories, out var library))
                return library;
        throw new InputException(path is null
            ? $"Engine 'xgboost' needs libxgboost, which is not installed (looked for {string.Join(", ", Names)}). {Remedy}"
            : $"Engine 'xgboost' cannot load {Named(path)}: {(File.Exists(path) ? "it is no library of this system, or one that it needs is missing" : "there is no such file")}. {Remedy}");
    }

    private static unsafe LibraryVersion Judge(nint library, string? path)
    {
        if (!NativeLibrary.TryGetExport(library, "XGBoostVersion", out var function))
            throw new InputException($"{Named(path)} is not XGBoost {LibraryVersion.Supported}: it has no function XGBoostVersion. {Remedy}");
        int major, minor, patch;
        ((delegate* unmanaged<int*, int*, int*, void>)function)(&major, &minor, &patch);
        var version = Supported(new(major, minor, patch), path);
        string[] missing = [.. Functions.Where(name => !NativeLibrary.TryGetExport(library, name, out _))];
        return missing.Length == 0
            ? version
            : throw new InputException($"{Named(path)} says that it is XGBoost {version}, but lacks {string.Join(", ", missing)}; engine 'xgboost' works with {LibraryVersion.Supported}. {Remedy}");
    }

    private static string Named(string? path) => path is null ? "The installed libxgboost" : QuotedText.Of(path);
}
